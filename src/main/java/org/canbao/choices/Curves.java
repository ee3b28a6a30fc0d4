package org.canbao.choices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.engine.SqlEngine;
import org.canbao.estimate.EstimationOptions;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Specification;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.StudySpec;

/** Estimates the specification curves of a study: the one door of this package. */
public final class Curves {
    private static final Logger LOG = LogManager.getLogger(Curves.class);

    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Supplier<? extends SqlEngine> engines;
    private final Keys keys;

    /** Tells values from others: equal texts for values that differ in nothing but where they are written. */
    @FunctionalInterface
    public interface Keys {
        /** The text of some values. */
        String of(Object... values);
    }

    /**
     * The curves of a study.
     *
     * @param inputs the inputs that it names
     * @param engines opens an engine
     * @param keys tells specs and samples from others
     */
    public Curves(StudySpec study, List<ResolvedInput> inputs, Supplier<? extends SqlEngine> engines, Keys keys) {
        this.study = study;
        this.inputs = List.copyOf(inputs);
        this.engines = engines;
        this.keys = keys;
    }

    /**
     * The curves, by id.
     *
     * @param file where samples are kept meanwhile
     * @throws org.canbao.diag.CanbaoException if an expression of an alternative is wrong, the spec of a curve has no such
     *     coefficient, or cannot be estimated as it is
     */
    public Map<String, SpecificationCurve> estimate(
            Collection<CurveSpec> curves, Path file, EstimationOptions options) {
        if (study.sample().cells().isPresent()) {
            try (CellEstimation cells = new CellEstimation(study, inputs, engines, keys)) {
                return estimate(cells, curves, file, options);
            }
        }
        try (RowEstimation rows = new RowEstimation(study, inputs, engines, keys)) {
            return estimate(rows, curves, file, options);
        }
    }

    private static <T extends Task> Map<String, SpecificationCurve> estimate(
            Estimation<T> estimation, Collection<CurveSpec> curves, Path file, EstimationOptions options) {
        Map<CurveSpec, CurvePlan<T>> plans = new LinkedHashMap<>();
        Map<String, T> tasks = new LinkedHashMap<>();
        for (CurveSpec curve : curves) {
            CurvePlan<T> plan = new CurvePlan<>(curve, estimation::task);
            plan.chosen().forEach(one -> tasks.put(one.task().key(), one.task()));
            plans.put(curve, plan);
            LOG.info(
                    "{}: {} specifications of {} combinations",
                    curve.id(),
                    plan.chosen().size(),
                    plan.coverage().combinations());
        }
        Map<String, Outcome> outcomes = estimation.estimate(List.copyOf(tasks.values()), file, options);
        Map<String, SpecificationCurve> estimated = new LinkedHashMap<>();
        plans.forEach((curve, plan) -> estimated.put(curve.id(), curve(curve, plan, outcomes)));
        return estimated;
    }

    private static <T extends Task> SpecificationCurve curve(
            CurveSpec curve, CurvePlan<T> plan, Map<String, Outcome> outcomes) {
        List<Specification> specifications = new ArrayList<>();
        for (CurvePlan.Chosen<T> one : plan.chosen()) {
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
}
