package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.DesignRequest.ExtraKey;
import org.canbao.design.EstimationPath;
import org.canbao.design.Key;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/**
 * The rows about a cutoff, read one by one.
 *
 * <p>The arrays are shared, not copied; nobody may write to them.
 */
final class CutoffRows {
    private final Design design;
    private final double[] running;
    private final double[] outcome;

    private CutoffRows(Design design, double[] running, double[] outcome) {
        this.design = design;
        this.running = running;
        this.outcome = outcome;
    }

    /**
     * Reads the rows that have the outcome, the running variable and every further column.
     *
     * @param expressions read as numbers
     * @param keys read as levels
     */
    static CutoffRows read(
            ModelSpec.Common common,
            Cutoff cutoff,
            Expr outcome,
            List<Expr> expressions,
            List<ColumnRef> keys,
            Sample sample,
            EstimationOptions options) {
        cutoff.requireNumeric(sample);
        List<Term> terms = new ArrayList<>();
        terms.add(term(new Expr.Column(cutoff.running()), common));
        expressions.forEach(expr -> terms.add(term(expr, common)));
        DesignRequest request = new DesignRequest(
                common,
                outcome,
                terms,
                false,
                List.of(),
                keys.stream().map(key -> new ExtraKey(key, false)).toList(),
                Optional.empty());
        Design design = new DesignBuilder(sample, EstimationPath.ROWS, options.threads()).build(request);
        return new CutoffRows(design, design.values(design.regressors().get(0)), design.values(design.outcome()));
    }

    private static Term term(Expr expr, ModelSpec.Common common) {
        return new Term(List.of(new Term.Numeric(expr)), common.place());
    }

    int size() {
        return running.length;
    }

    /** The running variable, on its own scale. */
    double[] running() {
        return running;
    }

    /** The outcome. */
    double[] outcome() {
        return outcome;
    }

    /** The weights, one each if there are none. */
    double[] weights() {
        return design.weights();
    }

    /** An expression, by its place; a new array. */
    double[] expression(int place) {
        return design.values(design.regressors().get(place + 1));
    }

    /** The levels of a column. */
    Key key(ColumnRef column) {
        return design.key(column);
    }

    /**
     * Which rows were read.
     *
     * @param kind what stands for a covariance
     * @param outside rows read and not used because they lie outside a window
     */
    Inference inference(String kind, Cutoff cutoff, long outside, long used) {
        List<Inference.Loss> lost = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
        if (outside > 0) {
            lost.add(new Inference.Loss("window: " + cutoff.running().name(), outside));
        }
        return new Inference(
                kind,
                used,
                0,
                List.of(),
                Double.POSITIVE_INFINITY,
                1,
                "rows",
                design.provenance().reason(),
                design.provenance().weights().map(ColumnRef::name),
                lost,
                false);
    }
}
