package org.canbao.choices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.engine.SqlEngine;
import org.canbao.estimate.EstimationOptions;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Specification;
import org.canbao.sample.InputColumns;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.sample.SqlGuard;
import org.canbao.sample.StudyColumns;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;

/** Estimates the specification curves of a study: the one door of this package. */
public final class Curves {
    private static final Logger LOG = LogManager.getLogger(Curves.class);

    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Supplier<? extends SqlEngine> engines;
    private final Function<ModelSpec, String> keys;

    /**
     * The curves of a study.
     *
     * @param inputs the inputs that it names
     * @param engines opens an engine
     * @param keys equal texts for specs that differ in nothing but where they are written
     */
    public Curves(
            StudySpec study,
            List<ResolvedInput> inputs,
            Supplier<? extends SqlEngine> engines,
            Function<ModelSpec, String> keys) {
        this.study = study;
        this.inputs = List.copyOf(inputs);
        this.engines = engines;
        this.keys = keys;
    }

    /**
     * The curves, by id.
     *
     * @param wide the file in which the wide sample is kept meanwhile
     * @throws org.canbao.diag.CanbaoException if an expression of an alternative is wrong, the spec of a curve has no such
     *     coefficient, or cannot be estimated as it is
     */
    public Map<String, SpecificationCurve> estimate(
            Collection<CurveSpec> curves, Path wide, EstimationOptions options) {
        refuseCells(curves);
        Planned planned = plan(curves);
        Map<String, Outcome> outcomes = estimate(planned, wide, options);
        Map<String, SpecificationCurve> estimated = new LinkedHashMap<>();
        planned.plans().forEach((curve, plan) -> estimated.put(curve.id(), curve(curve, plan, outcomes)));
        return estimated;
    }

    /** What is to be estimated, and the study that has all columns for it. */
    private record Planned(
            Map<CurveSpec, CurvePlan> plans, Map<String, Task> tasks, StudySpec wide, List<ResolvedInput> inputs) {}

    private Planned plan(Collection<CurveSpec> curves) {
        Map<CurveSpec, CurvePlan> plans = new LinkedHashMap<>();
        Map<String, Task> tasks = new LinkedHashMap<>();
        try (SqlEngine engine = engines.get()) {
            SqlGuard guard = new SqlGuard(engine);
            Versions versions = new Versions(study, guard, InputColumns.of(engine, study, inputs));
            RowSets rows = new RowSets(guard, study.sample().filters());
            TaskCompiler compiler = new TaskCompiler(versions, rows, guard, keys);
            for (CurveSpec curve : curves) {
                CurvePlan plan = new CurvePlan(curve, compiler);
                plan.chosen().forEach(one -> tasks.put(one.task().key(), one.task()));
                plans.put(curve, plan);
                LOG.info(
                        "{}: {} specifications of {} combinations",
                        curve.id(),
                        plan.chosen().size(),
                        plan.coverage().combinations());
            }
            WideStudy wide = new WideStudy(study, guard, versions.all(), rows);
            return new Planned(plans, tasks, wide.spec(), wide.resolved(inputs));
        }
    }

    private Map<String, Outcome> estimate(Planned planned, Path file, EstimationOptions options) {
        SortedSet<String> columns = new TreeSet<>();
        for (Task task : planned.tasks().values()) {
            columns.addAll(task.columns().values());
            columns.add(task.rows());
        }
        List<String> order =
                StudyColumns.order(study).stream().filter(columns::contains).toList();
        try (SqlEngine engine = engines.get()) {
            Sample wide = new SampleBuilder(engine)
                    .build(
                            planned.wide(),
                            planned.inputs(),
                            file,
                            new SampleBuilder.Layout(List.copyOf(columns), order))
                    .sample();
            LOG.info("wide sample: {} rows, {} columns", wide.rows(), columns.size());
            return new Tasks(wide, options).estimate(List.copyOf(planned.tasks().values()));
        }
    }

    private static SpecificationCurve curve(CurveSpec curve, CurvePlan plan, Map<String, Outcome> outcomes) {
        List<Specification> specifications = new ArrayList<>();
        for (CurvePlan.Chosen one : plan.chosen()) {
            Outcome outcome = Objects.requireNonNull(outcomes.get(one.task().key()));
            if (specifications.isEmpty()) {
                requireCoefficient(curve, outcome);
            }
            specifications.add(outcome.about(curve.coefficient(), plan.options(one)));
        }
        return new SpecificationCurve(
                curve.id(),
                curve.of().name(),
                curve.coefficient(),
                plan.points(),
                plan.inert(),
                plan.coverage(),
                specifications);
    }

    /** The study as it is must have the coefficient; edited ones may lose it. */
    private static void requireCoefficient(CurveSpec curve, Outcome baseline) {
        baseline.failure().ifPresent(failure -> {
            throw failure;
        });
        if (!baseline.names().contains(curve.coefficient())) {
            throw Diagnostic.error(
                            ChoicesCode.UNKNOWN_COEFFICIENT,
                            "curve `" + curve.id() + "`: spec `" + curve.of() + "` has no coefficient `"
                                    + curve.coefficient() + "`")
                    .at(curve.place())
                    .nearest(Nearest.to(curve.coefficient(), baseline.names()))
                    .hint("its coefficients: " + String.join(", ", baseline.names()))
                    .toException();
        }
    }

    private void refuseCells(Collection<CurveSpec> curves) {
        if (study.sample().cells().isEmpty()) {
            return;
        }
        for (CurveSpec curve : curves) {
            throw Diagnostic.error(
                            ChoicesCode.CELLS,
                            "curve `" + curve.id() + "`: the sample counts rows in cells, which curves cannot do yet")
                    .at(curve.place())
                    .toException();
        }
    }
}
