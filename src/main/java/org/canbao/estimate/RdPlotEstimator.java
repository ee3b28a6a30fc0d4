package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.rd.PlotGroup;
import org.canbao.estimate.rd.SideRows;
import org.canbao.result.RdPlotFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdPlot;

/**
 * What a discontinuity plot shows: bins by the rules of rdplot (Calonico, Cattaneo and Titiunik 2015) and polynomials.
 * Means of bins are weighted, so that they and the polynomials tell of the same rows; numbers of bins come from rows
 * without their weights.
 */
final class RdPlotEstimator implements Estimator<RdPlot> {
    @Override
    public RdPlotFit estimate(RdPlot spec, Sample sample, EstimationOptions options) {
        Cutoff cutoff = new Cutoff(spec.common().id(), spec.running(), spec.cutoff());
        List<ColumnRef> keys = spec.by().stream().toList();
        CutoffRows rows = CutoffRows.read(spec.common(), cutoff, spec.outcome(), List.of(), keys, sample, options);
        cutoff.requireFinite(rows.running());
        int[] inside = IntStream.range(0, rows.size())
                .filter(i -> inWindow(spec, rows.running()[i]))
                .toArray();
        List<RdPlotFit.Group> groups = new ArrayList<>();
        if (spec.by().isEmpty()) {
            groups.add(group(spec, "", rows, inside));
        } else {
            Key by = rows.key(spec.by().get());
            for (int level = 0; level < by.levels().size(); level++) {
                int code = level;
                int[] own = IntStream.of(inside).filter(i -> by.code(i) == code).toArray();
                if (own.length > 0) {
                    groups.add(group(spec, by.levels().names().get(level), rows, own));
                }
            }
        }
        return new RdPlotFit(
                spec.outcome().text(),
                spec.running().name(),
                spec.cutoff(),
                spec.order(),
                spec.by().map(ColumnRef::name),
                groups,
                rows.inference("none", cutoff, rows.size() - inside.length, inside.length));
    }

    private static boolean inWindow(RdPlot spec, double value) {
        return spec.window().map(w -> w.low() <= value && value <= w.high()).orElse(true);
    }

    private static RdPlotFit.Group group(RdPlot spec, String name, CutoffRows rows, int[] places) {
        SideRows left = side(rows, places, i -> rows.running()[i] < spec.cutoff());
        SideRows right = side(rows, places, i -> rows.running()[i] >= spec.cutoff());
        requireValues(spec, name, left, "left of");
        requireValues(spec, name, right, "at or right of");
        boolean common = spec.sides() == ModelSpec.Sides.COMMON;
        return new PlotGroup(left, right, spec.cutoff()).of(name, spec.bins(), spec.number(), spec.order(), common);
    }

    private static SideRows side(CutoffRows rows, int[] places, IntPredicate side) {
        return SideRows.of(
                rows.running(),
                rows.outcome(),
                rows.weights(),
                IntStream.of(places).filter(side).toArray());
    }

    /** A polynomial of degree p needs p + 1 values, and a variance two rows. */
    private static void requireValues(RdPlot spec, String group, SideRows side, String where) {
        boolean common = spec.sides() == ModelSpec.Sides.COMMON;
        int needed = Math.max(2, common ? 1 : spec.order() + 1);
        if (side.values() >= needed) {
            return;
        }
        String of = group.isEmpty() ? "" : " where `" + spec.by().orElseThrow() + "` is " + group;
        throw Diagnostic.error(
                        EstimateCode.TOO_FEW_VALUES,
                        "running variable `" + spec.running() + "` has " + side.values() + " distinct value"
                                + (side.values() == 1 ? "" : "s") + " " + where + " the cutoff "
                                + Cutoff.text(spec.cutoff()) + of + ", and order " + spec.order() + " needs " + needed)
                .at(spec.running().place())
                .hint("lower `order`, or widen `window`")
                .toException();
    }
}
