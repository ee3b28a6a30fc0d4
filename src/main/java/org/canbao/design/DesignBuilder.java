package org.canbao.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.diag.Diagnostic;
import org.canbao.math.Absorber;
import org.canbao.math.GroupIndex;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FixedEffect;

/** Reads a sample for a model: request and sample in, {@link Design} out. */
public final class DesignBuilder {
    private final Sample sample;
    private final EstimationPath path;
    private final int threads;
    private final Optional<String> reason;

    /** A builder over a sample. */
    public DesignBuilder(Sample sample, EstimationPath path, int threads) {
        this(sample, path, threads, Optional.empty());
    }

    private DesignBuilder(Sample sample, EstimationPath path, int threads, Optional<String> reason) {
        this.sample = sample;
        this.path = path;
        this.threads = threads;
        this.reason = reason;
    }

    /** The same builder on the path of rows, which moments turned out to need. */
    public DesignBuilder onRows(String why) {
        return new DesignBuilder(sample, EstimationPath.ROWS, threads, Optional.of(why));
    }

    /** The design of a request. */
    public Design build(DesignRequest request) {
        return build(request, keys -> List.of());
    }

    /**
     * The design of a request, with columns that an estimator makes from keys before those of the terms.
     *
     * @throws org.canbao.diag.CanbaoException if columns are missing or not numeric, weights are negative, or no row is left
     */
    public Design build(DesignRequest request, Function<Function<ColumnRef, Key>, List<Regressor>> made) {
        return build(request, Exclusion.NONE, made);
    }

    /** The same without the cells that an estimator has no use for; they leave before singletons are sought. */
    public Design build(
            DesignRequest request, Exclusion exclusion, Function<Function<ColumnRef, Key>, List<Regressor>> made) {
        Pass pass = pass(request, exclusion);
        return design(pass, Frame.of(request), made);
    }

    /**
     * Several designs of one pass over the sample.
     *
     * @param request all columns, effects and clusters that any of the designs has; its regressors are those of each
     * @param frames what each design absorbs; its columns are effects or keys of the request
     */
    public List<Design> build(DesignRequest request, List<Frame> frames) {
        Pass pass = pass(request, Exclusion.NONE);
        return frames.stream()
                .map(frame -> design(pass, frame, keys -> List.of()))
                .toList();
    }

    /** What one pass over the sample gave. */
    private record Pass(DesignRequest request, ColumnPlan plan, Planner.Choice choice, Cells cells, Losses losses) {}

    private Pass pass(DesignRequest request, Exclusion exclusion) {
        ColumnPlan plan = new ColumnPlan(request, sample);
        String condition = Condition.of(request.common().where(), sample);
        Planner.Choice choice = Planner.choose(request, plan, sample, condition, path);
        Losses losses = new Losses();
        Cells read = read(plan, condition, choice.path(), losses);
        requireRows(read, losses, request);
        Cells cells = exclusion.from(read, losses);
        requireRows(cells, losses, request);
        return new Pass(request, plan, choice, cells, losses);
    }

    private Design design(Pass pass, Frame frame, Function<Function<ColumnRef, Key>, List<Regressor>> made) {
        DesignRequest request = pass.request();
        Losses losses = pass.losses().copy();
        Cells cells = withoutSingletons(pass.cells(), frame, losses);
        requireRows(cells, losses, request);
        List<Regressor> regressors = new ArrayList<>(made.apply(column -> Design.key(cells, column)));
        boolean constant = frame.intercept() || !frame.effects().isEmpty();
        List<TermColumns.Expanded> terms =
                new TermColumns(cells, constant).of(pass.plan().terms());
        terms.forEach(term -> regressors.addAll(term.columns()));
        return new Design(
                cells,
                regressors,
                frame.intercept(),
                effects(cells, pass.plan(), frame),
                clusters(cells, frame),
                new Design.Provenance(
                        request.outcome().text(),
                        pass.choice().path(),
                        reason.orElse(pass.choice().reason()),
                        losses.byReason(),
                        request.common().weights()),
                terms.stream().map(TermColumns.Expanded::layout).toList());
    }

    private Cells read(ColumnPlan plan, String condition, EstimationPath chosen, Losses losses) {
        List<String> names =
                plan.keys().stream().map(key -> key.variable().name()).toList();
        int bases = plan.baseTexts().size();
        if (chosen == EstimationPath.MOMENTS) {
            int[] slopes = plan.slopes().stream()
                    .mapToInt(slope -> plan.baseTexts().indexOf(slope))
                    .toArray();
            MomentSink sink = new MomentSink(bases, names.size(), slopes, threads);
            return sink.finish(names, scan(plan, condition, losses, sink));
        }
        RowCollector sink = new RowCollector(bases, names.size(), sample.rows());
        return sink.finish(names, scan(plan, condition, losses, sink));
    }

    private List<Dictionary> scan(ColumnPlan plan, String condition, Losses losses, RowSink sink) {
        SampleScan scan = new SampleScan(plan, losses, sink);
        scan.run(sample, condition);
        return scan.dictionaries();
    }

    private static Cells withoutSingletons(Cells cells, Frame frame, Losses losses) {
        List<FixedEffect> effects =
                frame.effects().stream().filter(FixedEffect::intercepts).toList();
        if (frame.keepSingletons() || effects.isEmpty()) {
            return cells;
        }
        int[] kept = Singletons.keep(
                cells.counts(),
                effects.stream().map(e -> groups(cells, e.columns())).toList(),
                effects.stream().map(e -> columns(e.columns())).toList(),
                losses);
        return kept.length == cells.size() ? cells : cells.take(kept);
    }

    private static List<Design.Effect> effects(Cells cells, ColumnPlan plan, Frame frame) {
        return frame.effects().stream()
                .map(e -> new Design.Effect(
                        e.text(),
                        new Absorber.Effect(
                                groups(cells, e.columns()),
                                e.intercepts(),
                                e.slopes().stream()
                                        .map(slope -> cells.mean(plan.basePosition(slope)))
                                        .toList())))
                .toList();
    }

    private static List<Design.Cluster> clusters(Cells cells, Frame frame) {
        return frame.clusters().stream()
                .map(term -> new Design.Cluster(term.text(), groups(cells, term.columns())))
                .toList();
    }

    private static GroupIndex groups(Cells cells, List<ColumnRef> columns) {
        return columns.stream()
                .map(column -> GroupIndex.of(Design.key(cells, column).codes()))
                .reduce(GroupIndex::cross)
                .orElseThrow();
    }

    private static String columns(List<ColumnRef> columns) {
        return columns.stream().map(ColumnRef::name).collect(Collectors.joining("^"));
    }

    private void requireRows(Cells cells, Losses losses, DesignRequest request) {
        if (cells.size() > 0) {
            return;
        }
        Diagnostic error = Diagnostic.error(
                        DesignCode.NO_ROWS,
                        "no row of the sample is left for spec `"
                                + request.common().id() + "`")
                .at(request.common().place())
                .hint("rows in the sample: " + sample.rows());
        for (Map.Entry<String, Long> loss : losses.byReason().entrySet()) {
            error = error.hint("rows lost to " + loss.getKey() + ": " + loss.getValue());
        }
        throw error.toException();
    }
}
