package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Periods;
import org.canbao.estimate.Solved;
import org.canbao.math.GroupIndex;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.TwfeWeightsFit;
import org.canbao.result.TwfeWeightsFit.Cell;
import org.canbao.sample.Sample;
import org.canbao.spec.Term;
import org.canbao.spec.TwfeWeights;

/**
 * Weights of the two-way fixed-effects estimate (de Chaisemartin and D'Haultfœuille 2020, theorem 1), as in TwoWayFEWeights
 * of type feTR: the estimate is Σ P_gt w_gt Δ_gt over treated groups g and periods t if trends are parallel, Δ being their
 * effects, P_gt = N_gt D_gt / Σ N D, and w_gt = ε_gt / Σ P ε with ε the residual of treatment on effects and controls. What
 * is reported as a weight is P w.
 *
 * <p>{@link EffectSpread} says how much effects must differ for the estimate to mislead.
 */
public final class TwfeWeightsEstimator implements Estimator<TwfeWeights> {
    @Override
    public TwfeWeightsFit estimate(TwfeWeights spec, Sample sample, EstimationOptions options) {
        Periods.requireNumeric(sample, spec.time());
        List<Term> terms = new ArrayList<>(spec.controls());
        terms.add(TwoWay.term(spec.treatment()));
        DesignRequest request = new DesignRequest(
                spec.common(),
                spec.outcome(),
                terms,
                false,
                TwoWay.effects(spec.unit(), spec.time()),
                List.of(
                        new DesignRequest.ExtraKey(spec.unit(), false),
                        new DesignRequest.ExtraKey(spec.time(), false),
                        new DesignRequest.ExtraKey(spec.treatment(), false)),
                Optional.empty());
        Estimate estimate = new LeastSquares(spec.common(), options.threads())
                .estimate(
                        new DesignBuilder(sample, options.path(), options.threads()), reader -> reader.build(request));
        return fit(spec, estimate);
    }

    private static TwfeWeightsFit fit(TwfeWeights spec, Estimate estimate) {
        Fit.Regression regression = estimate.regression(spec.model());
        Coefficient twfe = regression
                .coefficient(spec.treatment().name())
                .orElseThrow(() -> Diagnostic.error(
                                EstimateCode.NO_TREATMENT,
                                "treatment `" + spec.treatment() + "` has no estimate beside effects and controls")
                        .at(spec.treatment().place())
                        .toException());
        List<Cell> cells = cells(spec, estimate.solved());
        EffectSpread spread = new EffectSpread(cells);
        return new TwfeWeightsFit(
                spec.treatment().name(),
                cells,
                spread.average(twfe.estimate()),
                spread.opposite(twfe.estimate()),
                regression);
    }

    private static List<Cell> cells(TwfeWeights spec, Solved solved) {
        Design design = solved.data().design();
        Key unit = design.key(spec.unit());
        Key time = design.key(spec.time());
        GroupIndex groups = index(unit).cross(index(time));
        double[] residuals = residuals(solved);
        double[] treatment = treatment(spec, design, groups);
        double[] rows = new double[groups.groups()];
        double[] residual = new double[groups.groups()];
        int[] first = new int[groups.groups()];
        for (int cell = design.size() - 1; cell >= 0; cell--) {
            int g = groups.code(cell);
            rows[g] += design.weights()[cell];
            residual[g] += design.weights()[cell] * residuals[cell];
            first[g] = cell;
        }
        double treated = 0;
        double total = 0;
        for (int g = 0; g < rows.length; g++) {
            treated += rows[g] * treatment[g];
            total += treatment[g] * residual[g];
        }
        List<Cell> cells = new ArrayList<>();
        for (int g = 0; g < rows.length; g++) {
            if (treatment[g] != 0) {
                cells.add(new Cell(
                        unit.levels().names().get(unit.code(first[g])),
                        time.number(first[g]),
                        rows[g] * treatment[g] / treated,
                        treatment[g] * residual[g] / total));
            }
        }
        return cells;
    }

    private static GroupIndex index(Key key) {
        int[] codes = new int[key.size()];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = key.code(cell);
        }
        return GroupIndex.of(codes);
    }

    /** The treatment, the last regressor, less its projection on effects and controls. */
    private static double[] residuals(Solved solved) {
        int position = solved.data().size() - 1;
        int own = solved.fit().indexOf(position);
        double[] residuals = new double[solved.data().design().size()];
        for (int j = 0; own >= 0 && j < solved.fit().size(); j++) {
            double share = solved.fit().inverse(own, j) / solved.fit().inverse(own, own);
            double[] x = solved.data().x(solved.fit().kept(j));
            for (int cell = 0; cell < residuals.length; cell++) {
                residuals[cell] += share * x[cell];
            }
        }
        return residuals;
    }

    /** The treatment of each group and period, which must be one number that is not negative. */
    private static double[] treatment(TwfeWeights spec, Design design, GroupIndex groups) {
        Key treatment = design.key(spec.treatment());
        double[] values = new double[groups.groups()];
        boolean[] known = new boolean[groups.groups()];
        for (int cell = 0; cell < design.size(); cell++) {
            int g = groups.code(cell);
            double value = treatment.number(cell);
            if (value < 0 || (known[g] && value != values[g])) {
                throw Diagnostic.error(
                                EstimateCode.BAD_TREATMENT,
                                "treatment `" + spec.treatment() + "` "
                                        + (value < 0
                                                ? "is negative"
                                                : "varies within a level of `" + spec.unit() + "` in a period"))
                        .at(spec.treatment().place())
                        .hint("groups are what is treated as a whole: name them under `unit`")
                        .toException();
            }
            values[g] = value;
            known[g] = true;
        }
        return values;
    }
}
