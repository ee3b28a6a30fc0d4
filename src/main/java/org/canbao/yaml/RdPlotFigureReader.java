package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Sides;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdBins;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdPlot;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.VcovSpec;

/** Reads discontinuity plots: of a discontinuity of the study, of a plot that is a spec, or of columns. */
final class RdPlotFigureReader implements FigureKind {
    private static final Set<String> MODELS = Set.of("rd-polynomial", "rd-local", "rd-plot");
    private static final List<String> FROM_SPEC = List.of("outcome", "running", "cutoff");

    private static final KeySet KEYS = KeySet.of(
                    "a figure of kind rd-plot",
                    "kind",
                    "what the figure shows",
                    "spec",
                    "id of a spec of model rd-polynomial, rd-local or rd-plot, instead of `outcome`, `running` and `cutoff`",
                    "intervals",
                    "whether points have confidence intervals; false by default")
            .and(RdPlotReader.PLOT_KEYS)
            .and(ExhibitHead.SAMPLE)
            .and(ExhibitHead.KEYS);

    @Override
    public String kind() {
        return "rd-plot";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        boolean intervals = fields.optional("intervals", Values::bool).orElse(false);
        Optional<ColumnRef> spec =
                fields.optional("spec", node -> declared.spec(node, MODELS, "a figure of kind rd-plot"));
        Optional<ModelSpec> found =
                spec.flatMap(ref -> Optional.ofNullable(declared.specs().get(ref.name())));
        if (fields.has("spec")) {
            rejectKeys(fields, FROM_SPEC, "`spec` says it");
        }
        if (found.isPresent() && found.get() instanceof RdPlot) {
            rejectKeys(fields, RdPlotReader.PLOT_KEYS.keys(), "the spec is a plot, which says it");
            return figure(head, fields, spec, Optional.empty(), intervals);
        }
        if (fields.has("spec")) {
            return found.flatMap(base -> figure(head, fields, spec, Optional.of(plot(fields, base)), intervals));
        }
        ModelSpec.Common common = new ModelSpec.Common(
                head.id(),
                Optional.empty(),
                Optional.empty(),
                new VcovSpec.Iid(),
                SmallSampleSpec.FIXEST,
                true,
                fields.place());
        Optional<RdPlot> plot = RdPlotReader.plot(common, fields, declared.formulas());
        return plot.flatMap(own -> figure(head, fields, Optional.empty(), Optional.of(own), intervals));
    }

    private static Optional<FigureSpec> figure(
            ExhibitHead head, Fields fields, Optional<ColumnRef> spec, Optional<RdPlot> plot, boolean intervals) {
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new FigureSpec.RdPlot(head.id(), head.title(), head.notes(), spec, plot, intervals));
    }

    private static void rejectKeys(Fields fields, List<String> keys, String why) {
        for (String key : keys) {
            if (fields.has(key)) {
                fields.report(key, Diagnostic.error(YamlCode.CONFLICT, "`" + key + "` is not needed: " + why));
            }
        }
    }

    /** The plot of a discontinuity: its rows, and its polynomial where it is a global one. */
    private static RdPlot plot(Fields fields, ModelSpec base) {
        if (base instanceof RdLocalSpec local) {
            return plot(
                    fields,
                    new RdPlot(
                            local.common(),
                            local.outcome(),
                            local.running(),
                            local.options().cutoff(),
                            RdPlot.ORDER,
                            Sides.SEPARATE,
                            RdBins.AUTO,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        ModelSpec.RdPolynomial global = (ModelSpec.RdPolynomial) base;
        return plot(
                fields,
                new RdPlot(
                        global.common(),
                        global.outcome(),
                        global.running(),
                        global.cutoff(),
                        global.order(),
                        global.sides(),
                        RdBins.AUTO,
                        Optional.empty(),
                        global.window(),
                        Optional.empty()));
    }

    private static RdPlot plot(Fields fields, RdPlot base) {
        Optional<Window> window = fields.optional("window", node -> CutoffWindow.read(node, base.cutoff()));
        return new RdPlot(
                base.common(),
                base.outcome(),
                base.running(),
                base.cutoff(),
                fields.optional("order", node -> Values.wholeBetween(node, 0, RdPlotReader.HIGHEST_ORDER))
                        .orElse(base.order()),
                fields.optional("sides", RdPolynomialReader.SIDES::read).orElse(base.sides()),
                fields.optional("bins", RdPlotReader.BINS::read).orElse(base.bins()),
                fields.optional("number", node -> SideValues.counts(node, RdPlotReader.MOST_BINS)),
                window.or(base::window),
                fields.optional("by", Values::column));
    }
}
