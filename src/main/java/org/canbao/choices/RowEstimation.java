package org.canbao.choices;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.engine.SqlEngine;
import org.canbao.estimate.EstimationOptions;
import org.canbao.sample.InputColumns;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.sample.SqlGuard;
import org.canbao.sample.StudyColumns;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.StudySpec;

/**
 * Specifications of samples whose rows are the observations: one wide sample has all versions of all columns, and tells
 * the rows of each edited sample.
 */
final class RowEstimation implements Estimation<Task.OfRows> {
    private static final Logger LOG = LogManager.getLogger(RowEstimation.class);

    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Supplier<? extends SqlEngine> engines;
    private final SqlEngine planning;
    private final SqlGuard guard;
    private final Versions versions;
    private final RowSets rows;
    private final TaskCompiler compiler;

    RowEstimation(
            StudySpec study, List<ResolvedInput> inputs, Supplier<? extends SqlEngine> engines, Curves.Keys keys) {
        this.study = study;
        this.inputs = inputs;
        this.engines = engines;
        this.planning = engines.get();
        this.guard = new SqlGuard(planning);
        this.versions = new Versions(study, guard, InputColumns.of(planning, study, inputs));
        this.rows = new RowSets(guard, study.sample().filters());
        this.compiler = new TaskCompiler(versions, rows, guard, keys);
    }

    @Override
    public Task.OfRows task(ModelSpec model, List<SampleEdit> edits) {
        return compiler.of(model, edits);
    }

    @Override
    public Map<String, Outcome> estimate(List<Task.OfRows> tasks, Path file, EstimationOptions options) {
        WideStudy wide = new WideStudy(study, guard, versions.all(), rows);
        SortedSet<String> columns = new TreeSet<>();
        for (Task.OfRows task : tasks) {
            columns.addAll(task.columns().values());
            columns.add(task.rows());
        }
        List<String> order =
                StudyColumns.order(study).stream().filter(columns::contains).toList();
        try (SqlEngine engine = engines.get()) {
            Sample sample = new SampleBuilder(engine)
                    .build(
                            wide.spec(),
                            wide.resolved(inputs),
                            file,
                            new SampleBuilder.Layout(List.copyOf(columns), order))
                    .sample();
            LOG.info("wide sample: {} rows, {} columns", sample.rows(), columns.size());
            return new Tasks(sample, options).estimate(tasks);
        }
    }

    @Override
    public void close() {
        planning.close();
    }
}
