package org.canbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplementTest {
    @Test
    void aCountThatIsHiddenAloneInItsLineHidesTheNextSmallest() {
        boolean[] hidden = Complement.ofLine(
                new double[] {100, 3, 12, 40, Double.NaN, 0}, new boolean[] {false, true, false, false, false, false});

        assertThat(hidden).containsExactly(false, true, true, false, false, false);
    }

    @Test
    void twoThatAreHiddenNeedNoThird() {
        assertThat(Complement.ofLine(new double[] {2, 3, 12}, new boolean[] {true, true, false}))
                .containsExactly(true, true, false);
    }

    @Test
    void aZeroIsHiddenOnlyWhereThereIsNothingElse() {
        assertThat(Complement.ofLine(new double[] {0, 3}, new boolean[] {false, true}))
                .containsExactly(true, true);
        assertThat(Complement.ofLine(new double[] {3}, new boolean[] {true})).containsExactly(true);
    }

    @Test
    void withTheTotalsOfRowsAndColumnsFourCellsAreHidden() {
        double[][] counts = {{3, 20, 30}, {15, 8, 50}, {60, 70, 9}};
        boolean[][] small = {{true, false, false}, {false, false, false}, {false, false, false}};

        assertThat(Complement.of(counts, small, true, true))
                .isDeepEqualTo(new boolean[][] {{true, true, false}, {true, true, false}, {false, false, false}});
    }

    /** By brute force: with elimination over the totals that are known, no hidden count has only one solution. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noHiddenCountFollowsFromTotals(int known) {
        Random random = new Random(known);
        boolean rowTotals = known != 1;
        boolean columnTotals = known != 2;
        for (int draw = 0; draw < 200; draw++) {
            int rows = 2 + random.nextInt(4);
            int columns = 2 + random.nextInt(4);
            double[][] counts = new double[rows][columns];
            boolean[][] small = new boolean[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    counts[i][j] = random.nextInt(25);
                    small[i][j] = counts[i][j] > 0 && counts[i][j] < 5;
                }
            }
            boolean[][] hidden = Complement.of(counts, small, rowTotals, columnTotals);

            Totals totals = new Totals(hidden, rowTotals, columnTotals);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    assertThat(hidden[i][j] || !small[i][j]).isTrue();
                    assertThat(hidden[i][j] && totals.determine(i, j)).isFalse();
                }
            }
        }
    }

    /** The linear equations of totals in the hidden cells. */
    private static final class Totals {
        private final boolean[][] hidden;
        private final boolean rowTotals;
        private final boolean columnTotals;

        Totals(boolean[][] hidden, boolean rowTotals, boolean columnTotals) {
            this.hidden = hidden;
            this.rowTotals = rowTotals;
            this.columnTotals = columnTotals;
        }

        /** Whether the unit vector of a cell lies in the span of the equations. */
        boolean determine(int row, int column) {
            int rows = hidden.length;
            int columns = hidden[0].length;
            double[][] equations = new double[rows + columns + 1][rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    if (hidden[i][j]) {
                        equations[i][i * columns + j] = rowTotals ? 1 : 0;
                        equations[rows + j][i * columns + j] = columnTotals ? 1 : 0;
                    }
                }
            }
            int without = rank(equations);
            equations[rows + columns][row * columns + column] = 1;
            return rank(equations) == without;
        }

        private static int rank(double[][] matrix) {
            double[][] m = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
            int rank = 0;
            for (int column = 0; column < m[0].length && rank < m.length; column++) {
                int pivot = rank;
                for (int i = rank; i < m.length; i++) {
                    pivot = Math.abs(m[i][column]) > Math.abs(m[pivot][column]) ? i : pivot;
                }
                if (Math.abs(m[pivot][column]) > 1e-9) {
                    double[] swap = m[pivot];
                    m[pivot] = m[rank];
                    m[rank] = swap;
                    for (int i = rank + 1; i < m.length; i++) {
                        double factor = m[i][column] / m[rank][column];
                        for (int j = 0; j < m[0].length; j++) {
                            m[i][j] -= factor * m[rank][j];
                        }
                    }
                    rank++;
                }
            }
            return rank;
        }
    }
}
