package org.canbao.estimate.did;

import java.util.Arrays;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.spec.Bacon;
import org.canbao.spec.ColumnRef;

/**
 * A panel with one row per unit and period, in which treatment, once begun, stays: the mean outcome of each cohort (the
 * units that are treated first in the same period) in each period.
 *
 * <p>Cohorts are numbered by the position of their first treated period; the last, {@link #never()}, has none. The array is
 * shared, not copied; nobody may write to it.
 */
final class BalancedPanel {
    private final double[] periods;
    private final int[] units;
    private final double[][] means;

    private BalancedPanel(double[] periods, int[] units, double[][] means) {
        this.periods = periods;
        this.units = units;
        this.means = means;
    }

    /**
     * The panel of a design.
     *
     * @throws org.canbao.diag.CanbaoException CB0542 if a unit has several rows or none in a period, CB0543 if treatment is
     *     not 0 or 1, or ends
     */
    static BalancedPanel of(Bacon spec, Design design) {
        Key unit = design.key(spec.unit());
        Key time = design.key(spec.time());
        int[] period = ranks(time);
        int[][] cells = cells(spec, design, unit, period);
        double[] outcome = design.values(design.outcome());
        int periods = cells[0].length;
        int[] units = new int[periods + 1];
        double[][] means = new double[periods + 1][periods];
        for (int u = 0; u < cells.length; u++) {
            int cohort = cohort(spec, design, cells[u]);
            units[cohort]++;
            for (int t = 0; t < periods; t++) {
                means[cohort][t] += outcome[cells[u][t]];
            }
        }
        for (int g = 0; g <= periods; g++) {
            for (int t = 0; t < periods; t++) {
                means[g][t] /= units[g];
            }
        }
        return new BalancedPanel(
                Arrays.stream(cells[0]).mapToDouble(time::number).toArray(), units, means);
    }

    /** How many periods. */
    int length() {
        return periods.length;
    }

    /** The period at a position. */
    double period(int position) {
        return periods[position];
    }

    /** The cohort that is never treated. */
    int never() {
        return periods.length;
    }

    /** How many units a cohort has. */
    int units(int cohort) {
        return units[cohort];
    }

    /** The mean outcome of a cohort over the periods from {@code from} up to and without {@code to}. */
    double mean(int cohort, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += means[cohort][t];
        }
        return sum / (to - from);
    }

    /** The position of each cell's level among those that occur. */
    private static int[] ranks(Key key) {
        int[] codes = new int[key.size()];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = key.code(cell);
        }
        int[] occurring = Arrays.stream(codes).sorted().distinct().toArray();
        return Arrays.stream(codes)
                .map(code -> Arrays.binarySearch(occurring, code))
                .toArray();
    }

    /** The cell of each unit and period. */
    private static int[][] cells(Bacon spec, Design design, Key unit, int[] period) {
        int[] rank = ranks(unit);
        int[][] cells = new int[Arrays.stream(rank).max().orElse(-1) + 1]
                [Arrays.stream(period).max().orElse(-1) + 1];
        for (int[] row : cells) {
            Arrays.fill(row, -1);
        }
        for (int cell = 0; cell < design.size(); cell++) {
            if (design.count(cell) > 1 || cells[rank[cell]][period[cell]] >= 0) {
                throw notAPanel(spec.unit(), "unit " + name(unit, cell) + " has several rows in a period");
            }
            cells[rank[cell]][period[cell]] = cell;
        }
        for (int cell = 0; cell < design.size(); cell++) {
            if (Arrays.stream(cells[rank[cell]]).anyMatch(found -> found < 0)) {
                throw notAPanel(spec.unit(), "unit " + name(unit, cell) + " is not there in every period");
            }
        }
        return cells;
    }

    private static String name(Key unit, int cell) {
        return unit.levels().names().get(unit.code(cell));
    }

    private static RuntimeException notAPanel(ColumnRef unit, String what) {
        return Diagnostic.error(EstimateCode.NOT_A_PANEL, what)
                .at(unit.place())
                .hint("the decomposition needs a balanced panel: one row per unit and period; `where` can choose it")
                .toException();
    }

    /** The first treated period of a unit. */
    private static int cohort(Bacon spec, Design design, int[] cells) {
        Key treatment = design.key(spec.treatment());
        int cohort = cells.length;
        for (int t = 0; t < cells.length; t++) {
            double value = treatment.number(cells[t]);
            if (value == 1) {
                cohort = Math.min(cohort, t);
            } else if (value != 0 || cohort < t) {
                String unit = name(design.key(spec.unit()), cells[t]);
                throw Diagnostic.error(
                                EstimateCode.BAD_TREATMENT,
                                value != 0
                                        ? "treatment `" + spec.treatment() + "` is " + value + ", not 0 or 1"
                                        : "treatment `" + spec.treatment() + "` of unit " + unit + " ends")
                        .at(spec.treatment().place())
                        .toException();
            }
        }
        return cohort;
    }
}
