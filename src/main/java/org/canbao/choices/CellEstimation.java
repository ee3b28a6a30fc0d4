package org.canbao.choices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.SqlEngine;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.StudySpec;

/**
 * Specifications of samples that count rows in cells. Another filter or column changes the counts of all cells, so that no
 * sample can hold several versions: each edited sample is counted anew, and all its specifications are estimated on it.
 */
final class CellEstimation implements Estimation<Task.OfCells> {
    private static final Logger LOG = LogManager.getLogger(CellEstimation.class);

    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Supplier<? extends SqlEngine> engines;
    private final Curves.Keys keys;

    CellEstimation(
            StudySpec study, List<ResolvedInput> inputs, Supplier<? extends SqlEngine> engines, Curves.Keys keys) {
        this.study = study;
        this.inputs = inputs;
        this.engines = engines;
        this.keys = keys;
    }

    @Override
    public Task.OfCells task(ModelSpec model, List<SampleEdit> edits) {
        StudySpec edited = EditedStudy.of(study, new Edits(edits));
        String sample = keys.of(edited.inputs(), edited.sample());
        return new Task.OfCells(keys.of(sample, model.model(), model), model, sample, edited);
    }

    @Override
    public Map<String, Outcome> estimate(List<Task.OfCells> tasks, Path file, EstimationOptions options) {
        Map<String, List<Task.OfCells>> bySample = new LinkedHashMap<>();
        tasks.forEach(task -> bySample.computeIfAbsent(task.sample(), key -> new ArrayList<>())
                .add(task));
        LOG.info("{} specifications of {} samples", tasks.size(), bySample.size());
        Map<String, Outcome> outcomes = new HashMap<>();
        for (List<Task.OfCells> same : bySample.values()) {
            try (SqlEngine engine = engines.get()) {
                Sample cells = new SampleBuilder(engine)
                        .build(same.get(0).study(), inputs, file)
                        .sample();
                same.forEach(task -> outcomes.put(task.key(), outcome(task.model(), cells, options)));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(ModelSpec model, Sample cells, EstimationOptions options) {
        try {
            return Outcome.of(Estimators.estimate(model, cells, options));
        } catch (CanbaoException e) {
            return Outcome.of(e);
        }
    }
}
