package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Sides;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdBins;
import org.canbao.spec.RdPlot;

/** Reads discontinuity plots: what they show. */
final class RdPlotReader implements ModelReader {
    static final int HIGHEST_ORDER = 7;
    static final int MOST_BINS = 10_000;
    static final Choice<RdBins> BINS = new Choice<>("bins", bins());

    /** The keys that a figure has too, which may take the others from a spec. */
    static final KeySet PLOT_KEYS = KeySet.of(
            "a discontinuity plot",
            "outcome",
            "the outcome: a column or an expression such as log(income)",
            "running",
            "column of the running variable",
            "cutoff",
            "where treatment changes, on the scale of the running variable",
            "order",
            "degree of the polynomial on each side, 0 to 7; 4 by default",
            "sides",
            "a polynomial on each side (separate, the default), or one for both that is shifted (common)",
            "bins",
            "rule that chooses the bins, as in rdplot; values is one point per value; auto, the default, is values where"
                    + " they repeat and are few, else esmv, or es where that gives more than 120",
            "number",
            "number of bins, or [left, right], instead of the rule's",
            "window",
            "values of the running variable that are used: [from, to], both included, or a half-width about the cutoff",
            "by",
            "column whose levels are drawn one over the other");

    private static final KeySet KEYS =
            new KeySet("spec of model `rd-plot`", PLOT_KEYS.docs()).and(CommonReader.ROW_KEYS);

    private static Map<String, RdBins> bins() {
        Map<String, RdBins> names = new LinkedHashMap<>();
        for (RdBins rule : RdBins.values()) {
            names.put(rule.name().toLowerCase(Locale.ROOT), rule);
        }
        return names;
    }

    @Override
    public String model() {
        return "rd-plot";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        return plot(CommonReader.rows(id, fields), fields, scope.formulas()).map(plot -> plot);
    }

    /** The plot of these fields; empty if there was a finding. */
    static Optional<RdPlot> plot(ModelSpec.Common common, Fields fields, FormulaParser formulas) {
        Optional<Expr> outcome = fields.required("outcome", formulas::expr);
        Optional<ColumnRef> running = fields.required("running", Values::column);
        Optional<Double> cutoff = fields.required("cutoff", SideValues::finite);
        Optional<Window> window = cutoff.flatMap(at -> fields.optional("window", node -> CutoffWindow.read(node, at)));
        Optional<List<Integer>> number = fields.optional("number", node -> SideValues.counts(node, MOST_BINS));
        int order = fields.optional("order", node -> Values.wholeBetween(node, 0, HIGHEST_ORDER))
                .orElse(RdPlot.ORDER);
        Sides sides = fields.optional("sides", RdPolynomialReader.SIDES::read).orElse(Sides.SEPARATE);
        RdBins bins = fields.optional("bins", BINS::read).orElse(RdBins.AUTO);
        Optional<ColumnRef> by = fields.optional("by", Values::column);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new RdPlot(
                        common,
                        outcome.orElseThrow(),
                        running.orElseThrow(),
                        cutoff.orElseThrow(),
                        order,
                        sides,
                        bins,
                        number,
                        window,
                        by));
    }
}
