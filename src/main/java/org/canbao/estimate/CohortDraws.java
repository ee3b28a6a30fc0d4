package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.design.Condition;
import org.canbao.design.LevelSet;
import org.canbao.design.Units;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.math.CounterRandom;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Randomization.Permute;
import org.jspecify.annotations.Nullable;

/**
 * The cohorts of the units in each draw: those of the data, exchanged among the units (of a stratum), so that as many
 * units adopt in each period as in truth; or the cohorts that the spec lists. Units are all those in the rows of the
 * spec's condition, whether or not their rows enter the estimate.
 */
final class CohortDraws {
    private final Asked spec;
    private final LevelSet units;
    private final Map<String, Integer> byName;
    private final double[] cohorts;
    private final List<int[]> strata;
    /** The unit of each listed cohort. */
    private final int[] listed;

    /** The periods that a date may become; none if dates stay. */
    private final double[] periods;

    /**
     * What is asked.
     *
     * @param common the condition, and the name of the random numbers
     * @param unit the units of assignment
     * @param value the column with what they are assigned: a cohort or a treatment
     * @param within units exchange only within levels of this column, if given
     * @param permute what is assigned anew; not rows
     * @param time the column with the periods, needed where dates become others
     * @param assignments what each draw assigns, if it is given
     */
    record Asked(
            ModelSpec.Common common,
            ColumnRef unit,
            ColumnRef value,
            Optional<ColumnRef> within,
            Permute permute,
            Optional<ColumnRef> time,
            int draws,
            long seed,
            Optional<ModelSpec.Assignments> assignments) {}

    private CohortDraws(Asked spec, LevelSet units, double[] cohorts, List<int[]> strata, double[] periods) {
        this.spec = spec;
        this.units = units;
        this.cohorts = cohorts;
        this.strata = strata;
        this.periods = periods;
        this.byName = new HashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            byName.put(units.names().get(unit), unit);
        }
        this.listed = spec.assignments().map(this::listed).orElse(new int[0]);
    }

    /**
     * Reads units and cohorts.
     *
     * @throws org.canbao.diag.CanbaoException if a unit has several cohorts or strata, or listed cohorts do not fit
     */
    static CohortDraws read(ModelSpec.Placebo spec, Sample sample) {
        return read(
                new Asked(
                        spec.common(),
                        spec.unit(),
                        spec.cohort(),
                        spec.within(),
                        Permute.UNITS,
                        Optional.of(spec.time()),
                        spec.draws(),
                        spec.seed(),
                        spec.assignments()),
                sample);
    }

    /**
     * Reads units and what they are assigned.
     *
     * @throws org.canbao.diag.CanbaoException if a unit is assigned several values or is in several strata, or there are
     *     fewer periods than dates
     */
    static CohortDraws read(Asked spec, Sample sample) {
        String condition = Condition.of(spec.common().where(), sample);
        Units units = Units.read(sample, condition, spec.unit(), spec.value(), spec.within());
        requireOneEach(spec, units);
        double[] cohorts = units.rows().stream().mapToDouble(Units.Row::value).toArray();
        double[] periods = spec.permute() == Permute.UNITS ? new double[0] : periods(spec, sample, condition, cohorts);
        return new CohortDraws(spec, units.names(), cohorts, strata(units), periods);
    }

    /** How many units. */
    int units() {
        return units.size();
    }

    /** The position of a unit. */
    int unit(String name) {
        return byName.getOrDefault(name, -1);
    }

    /** How many draws. */
    int size() {
        return spec.assignments().map(given -> given.cohorts().size()).orElse(spec.draws());
    }

    /** Each unit's first treated period in a draw, NaN for never. */
    double[] draw(int draw) {
        return spec.assignments().map(given -> given(given, draw)).orElseGet(() -> exchanged(draw));
    }

    /** What the units are assigned in truth. */
    double[] actual() {
        return cohorts.clone();
    }

    /** The units in ascending order. */
    LevelSet levels() {
        return units;
    }

    private double[] exchanged(int draw) {
        CounterRandom random = new CounterRandom(spec.seed(), spec.common().id(), draw);
        double[] assigned = spec.permute() == Permute.DATES ? cohorts.clone() : exchanged(random);
        return periods.length == 0 ? assigned : redated(assigned, random);
    }

    /** Each date of adoption becomes one of the periods, different dates different ones. */
    private double[] redated(double[] assigned, CounterRandom random) {
        double[] dates = dates(cohorts);
        int[] order = random.permutation(periods.length);
        double[] drawn = new double[assigned.length];
        for (int unit = 0; unit < drawn.length; unit++) {
            drawn[unit] = Double.isNaN(assigned[unit])
                    ? Double.NaN
                    : periods[order[Arrays.binarySearch(dates, assigned[unit])]];
        }
        return drawn;
    }

    private static double[] dates(double[] cohorts) {
        return Arrays.stream(cohorts)
                .filter(cohort -> !Double.isNaN(cohort))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The periods of the sample after the first, so that every unit is seen untreated. */
    private static double[] periods(Asked spec, Sample sample, String condition, double[] cohorts) {
        ColumnRef time = spec.time().orElseThrow();
        double[] periods = Units.read(sample, condition, time, time, Optional.empty()).rows().stream()
                .mapToDouble(Units.Row::value)
                .sorted()
                .distinct()
                .skip(1)
                .toArray();
        if (periods.length < dates(cohorts).length) {
            throw Diagnostic.error(
                            EstimateCode.TOO_FEW_PERIODS,
                            "`" + time + "` has " + periods.length + " periods after the first, and `" + spec.value()
                                    + "` has " + dates(cohorts).length + " dates, which are drawn from them")
                    .at(time.place())
                    .toException();
        }
        return periods;
    }

    private double[] exchanged(CounterRandom random) {
        double[] drawn = new double[cohorts.length];
        for (int[] members : strata) {
            int[] order = random.permutation(members.length);
            for (int i = 0; i < order.length; i++) {
                drawn[members[i]] = cohorts[members[order[i]]];
            }
        }
        return drawn;
    }

    private double[] given(ModelSpec.Assignments given, int draw) {
        double[] drawn = new double[listed.length];
        for (int i = 0; i < drawn.length; i++) {
            @Nullable Double cohort = given.cohorts().get(draw).get(i);
            drawn[listed[i]] = cohort == null ? Double.NaN : cohort;
        }
        return drawn;
    }

    private static List<int[]> strata(Units units) {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (Units.Row row : units.rows()) {
            members.computeIfAbsent(row.stratum(), s -> new ArrayList<>()).add(row.unit());
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void requireOneEach(Asked spec, Units units) {
        for (int i = 1; i < units.rows().size(); i++) {
            Units.Row one = units.rows().get(i - 1);
            Units.Row two = units.rows().get(i);
            if (one.unit() == two.unit()) {
                boolean cohorts = Double.compare(one.value(), two.value()) != 0;
                throw Diagnostic.error(
                                EstimateCode.SEVERAL_COHORTS,
                                "unit `" + units.names().names().get(one.unit()) + "` of `" + spec.unit() + "` has "
                                        + (cohorts
                                                ? "the cohorts " + text(one.value()) + " and " + text(two.value())
                                                : "several values of `"
                                                        + spec.within().orElseThrow() + "`"))
                        .at(cohorts ? spec.value().place() : spec.unit().place())
                        .hint("a placebo exchanges cohorts among units: each unit must have one")
                        .toException();
            }
        }
    }

    private static String text(double cohort) {
        return Double.isNaN(cohort) ? "missing" : String.valueOf(cohort);
    }

    /** The units in the order of the listed cohorts: as named, or ascending. */
    private int[] listed(ModelSpec.Assignments given) {
        for (int draw = 0; draw < given.cohorts().size(); draw++) {
            int length = given.cohorts().get(draw).size();
            if (length != units.size()) {
                throw bad("draw " + (draw + 1) + " assigns " + length + " cohorts, and `" + spec.unit() + "` has "
                        + units.size() + " units");
            }
        }
        int[] order = new int[units.size()];
        boolean[] seen = new boolean[units.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = given.units().isEmpty() ? i : named(given.units().get(i));
            if (seen[order[i]]) {
                throw bad("unit `" + given.units().get(i) + "` of the assignments is listed twice");
            }
            seen[order[i]] = true;
        }
        return order;
    }

    private int named(String name) {
        return units.find(name)
                .orElseThrow(
                        () -> bad("unit `" + name + "` of the assignments is not a value of `" + spec.unit() + "`"));
    }

    private CanbaoException bad(String message) {
        return Diagnostic.error(EstimateCode.BAD_ASSIGNMENTS, message)
                .at(spec.common().place())
                .hint("one cohort per unit in ascending order of the units, or in the order of `units:`")
                .toException();
    }
}
