package org.canbao.report.figure;

import java.util.List;
import java.util.Map;
import org.canbao.report.DidVocabulary;
import org.canbao.report.ExhibitData;
import org.canbao.report.Words;
import org.canbao.report.figure.EventStudyFigure.Named;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Permuted;
import org.canbao.spec.Bars;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ShareBars;

/** From what was asked for to a figure: the one door of this package. A new kind is a line here. */
public final class Figures {
    private static final Map<Class<? extends FigureSpec>, Maker<FigureSpec>> BY_SPEC = Map.of(
            FigureSpec.HonestDid.class, of(FigureSpec.HonestDid.class, HonestDidFigure::of),
            FigureSpec.EventStudy.class, of(FigureSpec.EventStudy.class, Figures::eventStudy),
            FigureSpec.Placebo.class, of(FigureSpec.Placebo.class, Figures::placebo),
            FigureSpec.RdDensity.class, of(FigureSpec.RdDensity.class, RdDensityFigure::of),
            FigureSpec.RdPlot.class, of(FigureSpec.RdPlot.class, RdPlotFigure::of),
            FigureSpec.RdRobustness.class, of(FigureSpec.RdRobustness.class, RdRobustnessFigure::of),
            Bars.class, of(Bars.class, BarsFigure::of),
            ShareBars.class, of(ShareBars.class, ShareBarsFigure::of));

    /** How a legend calls the models with estimates by event time. */
    private static final Map<String, Words> ESTIMATORS = Map.of(
            "event-study", DidVocabulary.ESTIMATOR_EVENT_STUDY,
            "sun-abraham", DidVocabulary.ESTIMATOR_SUN_ABRAHAM,
            "imputation", DidVocabulary.ESTIMATOR_IMPUTATION,
            "callaway-santanna", DidVocabulary.ESTIMATOR_CALLAWAY_SANTANNA);

    private Figures() {}

    /** Makes one kind of figure. */
    @FunctionalInterface
    private interface Maker<S extends FigureSpec> {
        FigureModel make(S spec, ExhibitData data, FigureContext context);
    }

    /**
     * The figure.
     *
     * @throws org.canbao.diag.CanbaoException if there is nothing to draw
     */
    public static FigureModel of(FigureSpec spec, ExhibitData data, FigureContext context) {
        Maker<FigureSpec> maker = BY_SPEC.get(spec.getClass());
        if (maker == null) {
            throw new IllegalStateException("no figure for " + spec.getClass());
        }
        return maker.make(spec, data, context);
    }

    private static <S extends FigureSpec> Maker<FigureSpec> of(Class<S> type, Maker<S> maker) {
        return (spec, data, context) -> maker.make(type.cast(spec), data, context);
    }

    private static FigureModel eventStudy(FigureSpec.EventStudy spec, ExhibitData data, FigureContext context) {
        List<Named> fits = spec.specs().stream()
                .map(id -> new Named(name(spec, id, data, context), data.fit(id), (ByEventTime) data.fit(id)))
                .toList();
        return new EventStudyFigure(context).of(spec, fits);
    }

    /** The label of the spec; without one its estimator, if no other fit of the figure has the same. */
    private static String name(FigureSpec figure, ColumnRef id, ExhibitData data, FigureContext context) {
        String model = data.fit(id).model();
        boolean alone = figure.specs().stream()
                        .filter(other -> data.fit(other).model().equals(model))
                        .count()
                == 1;
        Words estimator = ESTIMATORS.get(model);
        return alone && estimator != null
                ? context.label(id.name(), estimator.in(context.lang()))
                : context.label(id.name());
    }

    /** The estimate that is marked is that of the spec the figure names, or the placebo's own. */
    private static FigureModel placebo(FigureSpec.Placebo spec, ExhibitData data, FigureContext context) {
        Permuted fit = (Permuted) data.fit(spec.spec());
        return new PlaceboFigure(context)
                .of(
                        spec,
                        fit,
                        spec.trueSpec()
                                .map(data::fit)
                                .flatMap(truth -> truth.coefficient(fit.treatment()))
                                .map(Coefficient::estimate),
                        data.spec(spec.spec()).randomSeed());
    }
}
