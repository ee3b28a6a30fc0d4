package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Inference;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;

/** Puts effects, averages and their inference together into what the estimator gives back. */
final class FitBuilder {
    private final CallawaySantanna spec;
    private final ObservationReader.Read read;
    private final CohortChoice.Chosen chosen;
    private final Comparisons data;

    FitBuilder(CallawaySantanna spec, ObservationReader.Read read, CohortChoice.Chosen chosen, Comparisons data) {
        this.spec = spec;
        this.read = read;
        this.chosen = chosen;
        this.data = data;
    }

    /** The fit. */
    CallawaySantannaFit fit(Effects effects, Errors errors) {
        PretrendTest pretrend = PretrendTest.of(effects, errors);
        Map<String, Averages.Average> averages = new Averages(effects, window()).all();
        Averages.Average dynamic = Objects.requireNonNull(averages.get(CallawaySantannaFit.DYNAMIC));
        List<Integer> reference = reference(dynamic, effects);
        return new CallawaySantannaFit(
                read.provenance().outcome(),
                design(),
                groupTimes(effects, errors),
                averages.entrySet().stream()
                        .map(one -> average(one.getKey(), one.getValue(), errors, effects))
                        .toList(),
                word(spec.average()),
                reference,
                errors.covariance(dynamic.by().stream()
                        .filter(point -> !reference.contains(point.at()))
                        .map(Averages.Point::target)
                        .toList()),
                chosen.ledger(),
                pretrend.test(),
                pretrend.reason(),
                gaps(effects, averages),
                chosen.rows().size(),
                inference(effects, errors));
    }

    private List<GroupTime> groupTimes(Effects effects, Errors errors) {
        int cells = effects.cells().size();
        List<Target> targets = IntStream.range(0, cells)
                .filter(k -> !Double.isNaN(effects.estimates()[k]))
                .mapToObj(effects::alone)
                .toList();
        double critical = errors.critical(targets);
        List<GroupTime> all = new ArrayList<>();
        for (int k = 0; k < cells; k++) {
            Cell cell = effects.cells().get(k);
            String reason = effects.reasons().get(k);
            boolean none = !reason.isEmpty();
            all.add(new GroupTime(
                    effects.cohort(k),
                    effects.time(k),
                    chosen.cohorts().period(cell.base()),
                    none ? Effect.NONE : effect(effects.alone(k), errors, critical),
                    data.count(cell.cohort(), cell.time()),
                    cell.controls().stream()
                            .mapToLong(control -> data.count(control, cell.time()))
                            .sum(),
                    none ? Optional.of(reason) : Optional.empty()));
        }
        return all;
    }

    private Average average(String type, Averages.Average average, Errors errors, Effects effects) {
        double critical = errors.critical(
                average.by().stream().map(Averages.Point::target).toList());
        List<Point> by = average.by().stream()
                .map(point -> new Point(
                        point.at(), effect(point.target(), errors, critical), treated(point.cells(), effects)))
                .toList();
        return new Average(
                type,
                average.overall()
                        .map(target ->
                                effect(target, errors, errors.distribution().critical())),
                by.isEmpty() ? Double.NaN : critical,
                by);
    }

    private static Effect effect(Target target, Errors errors, double critical) {
        double error = errors.stdError(target);
        double statistic = target.estimate() / error;
        return new Effect(
                target.estimate(),
                error,
                statistic,
                errors.distribution().pValue(statistic),
                target.estimate() - critical * error,
                target.estimate() + critical * error);
    }

    private long treated(List<Integer> cells, Effects effects) {
        return cells.stream()
                .map(effects.cells()::get)
                .mapToLong(cell -> data.count(cell.cohort(), cell.time()))
                .sum();
    }

    /** The event times all of whose effects are zero by definition. */
    private static List<Integer> reference(Averages.Average dynamic, Effects effects) {
        return dynamic.by().stream()
                .filter(point -> point.cells().stream()
                        .allMatch(k -> effects.cells().get(k).isReference()))
                .map(Averages.Point::at)
                .toList();
    }

    private Averages.EventWindow window() {
        OptionalInt balance = spec.window().balance();
        return new Averages.EventWindow(
                spec.window().first().orElse(Integer.MIN_VALUE),
                spec.window().last().orElse(Integer.MAX_VALUE),
                balance.isPresent() ? Optional.of(balance.getAsInt()) : Optional.empty());
    }

    private CallawaySantannaFit.Design design() {
        Optional<CallawaySantanna.Bootstrap> bootstrap = bootstrap();
        return new CallawaySantannaFit.Design(
                spec.unit().isPresent(),
                word(spec.control()),
                word(spec.method()),
                spec.covariates().stream().map(Term::text).toList(),
                word(spec.base()),
                spec.anticipation(),
                bootstrap.map(CallawaySantanna.Bootstrap::draws).orElse(0),
                bootstrap.map(CallawaySantanna.Bootstrap::uniform).orElse(false));
    }

    private Optional<CallawaySantanna.Bootstrap> bootstrap() {
        return spec.inference() instanceof CallawaySantanna.Bootstrap bootstrap
                ? Optional.of(bootstrap)
                : Optional.empty();
    }

    private List<Gap> gaps(Effects effects, Map<String, Averages.Average> averages) {
        List<String> clusters = read.clusters().isEmpty()
                ? List.of()
                : Arrays.stream(chosen.clusters())
                        .mapToObj(read.clusters()::get)
                        .toList();
        return new JackknifeGaps(effects, clusters).of(averages);
    }

    private Inference inference(Effects effects, Errors errors) {
        List<Inference.Loss> lost = new ArrayList<>();
        for (Map.Entry<String, Long> loss : read.provenance().lost().entrySet()) {
            lost.add(new Inference.Loss(loss.getKey(), loss.getValue()));
        }
        lost.addAll(chosen.lost());
        int estimated = (int) effects.reasons().stream().filter(String::isEmpty).count();
        return new Inference(
                errors.name(),
                data.size(),
                estimated,
                clusters(),
                errors.distribution().df(),
                errors.factor(),
                "rows",
                read.provenance().reason(),
                spec.common().weights().map(ColumnRef::name),
                lost,
                false);
    }

    /** The way of clustering; the units of a panel where a jackknife has no other. */
    private List<Inference.Clusters> clusters() {
        Stream<String> by = spec.common().vcov().clusters().stream().map(VcovSpec.ClusterTerm::text);
        boolean jackknife = spec.inference() instanceof CallawaySantanna.Jackknife;
        Stream<String> units = jackknife ? spec.unit().stream().map(ColumnRef::name) : Stream.of();
        return Stream.concat(by, units)
                .limit(1)
                .map(text -> new Inference.Clusters(text, data.clusters()))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
