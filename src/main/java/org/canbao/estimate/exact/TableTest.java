package org.canbao.estimate.exact;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.canbao.math.CounterRandom;
import org.canbao.result.ExactTestFit.Reference;

/**
 * Fisher's exact test of a table of any size (Freeman and Halton 1951): the probability, given all margins, of the tables
 * that are no more probable than the one seen. All tables are tried, cell by cell, or, where that takes more than {@value
 * #MOST} steps, outcomes are exchanged among rows at random.
 */
final class TableTest {
    /** Steps after which tables are drawn. */
    static final int MOST = 100_000_000;

    private final long[][] counts;
    private final long[] columns;
    private final double constant;
    private final double least;
    private final long[] left;
    private long steps;
    private long tables;
    private long extreme;

    /** A table of at least two rows and two columns. */
    TableTest(long[][] counts) {
        this.counts = counts;
        this.left = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        this.columns = new long[counts[0].length];
        double margins = -factorial(Arrays.stream(left).sum());
        double cells = 0;
        for (long[] row : counts) {
            margins += factorial(Arrays.stream(row).sum());
            for (int j = 0; j < row.length; j++) {
                columns[j] += row[j];
                cells += factorial(row[j]);
            }
        }
        for (long column : columns) {
            margins += factorial(column);
        }
        this.constant = margins;
        this.least = margins - cells + StrictMath.log1p(FourfoldTable.TIE);
    }

    /** A p-value and what it is computed over. */
    record Outcome(double pValue, Reference reference) {}

    /** The test, by draws where there are too many tables. */
    Outcome test(int draws, long seed) {
        double sum = fill(0, 0, columns[0], constant);
        return steps > MOST ? drawn(draws, seed) : new Outcome(Math.min(1, sum), new Reference(tables, extreme, true));
    }

    /**
     * The probability of the improbable tables that begin as filled so far.
     *
     * @param column the column that is being filled
     * @param row the row of the cell that is next
     * @param rest what is left of the column for this row and those below
     * @param log the logarithm of the probability but for the cells to come
     */
    private double fill(int column, int row, long rest, double log) {
        if (++steps > MOST) {
            return 0;
        } else if (column == columns.length - 1) {
            return finish(log);
        } else if (row == left.length - 1) {
            left[row] -= rest;
            double sum = fill(column + 1, 0, columns[column + 1], log - factorial(rest));
            left[row] += rest;
            return sum;
        }
        long below = 0;
        for (int i = row + 1; i < left.length; i++) {
            below += left[i];
        }
        long most = Math.min(rest, left[row]);
        double sum = 0;
        for (long cell = Math.max(0, rest - below); cell <= most; cell++) {
            left[row] -= cell;
            sum += fill(column, row + 1, rest - cell, log - factorial(cell));
            left[row] += cell;
        }
        return sum;
    }

    /** The last column has what is left of each row. */
    private double finish(double log) {
        double whole = log;
        for (long cell : left) {
            whole -= factorial(cell);
        }
        tables++;
        if (whole > least) {
            return 0;
        }
        extreme++;
        return StrictMath.exp(whole);
    }

    private Outcome drawn(int draws, long seed) {
        int[] outcomes = new int[Math.toIntExact(Arrays.stream(columns).sum())];
        int[] groups = new int[outcomes.length];
        fillRows(outcomes, groups);
        long rare = 0;
        for (int d = 0; d < draws; d++) {
            int[] order = new CounterRandom(seed, "exact-test", d).permutation(outcomes.length);
            long[][] table = new long[counts.length][columns.length];
            for (int i = 0; i < order.length; i++) {
                table[groups[i]][outcomes[order[i]]]++;
            }
            double log = constant;
            for (long[] row : table) {
                for (long cell : row) {
                    log -= factorial(cell);
                }
            }
            rare += log <= least ? 1 : 0;
        }
        return new Outcome((rare + 1.0) / (draws + 1.0), new Reference(draws, rare, false));
    }

    private void fillRows(int[] outcomes, int[] groups) {
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                int to = at + Math.toIntExact(counts[i][j]);
                Arrays.fill(outcomes, at, to, j);
                Arrays.fill(groups, at, to, i);
                at = to;
            }
        }
    }

    private static double factorial(long n) {
        return n < 2 ? 0 : Gamma.logGamma(n + 1.0);
    }
}
