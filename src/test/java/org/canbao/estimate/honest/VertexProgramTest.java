package org.canbao.estimate.honest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VertexProgramTest {
    private final SplittableRandom random = new SplittableRandom(11);

    /** Pairs of opposite rows, as inequalities on both sides give; with zeros, so that vertices have several bases. */
    private double[][] constraints(int nuisance) {
        double[][] w = new double[12][nuisance + 1];
        for (int i = 0; i < w.length; i += 2) {
            w[i][0] = 0.5 + random.nextDouble();
            w[i + 1][0] = 0.5 + random.nextDouble();
            for (int j = 1; j <= nuisance; j++) {
                w[i][j] = random.nextInt(3) == 0 ? 0 : random.nextInt(5) - 2;
                w[i + 1][j] = -w[i][j];
            }
        }
        return w;
    }

    private double[] objective(int size) {
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            y[i] = random.nextDouble() - 0.5;
        }
        return y;
    }

    private static double maximum(double[][] w, double[] y) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int j = 0; j < w[0].length; j++) {
            double[] row = new double[w.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = w[i][j];
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, j == 0 ? 1 : 0));
        }
        return new SimplexSolver(1e-12, 10)
                .optimize(
                        new LinearObjectiveFunction(y, 0),
                        new LinearConstraintSet(constraints),
                        new NonNegativeConstraint(true),
                        GoalType.MAXIMIZE)
                .getValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4})
    void findsTheMaximumOfAnotherSolver(int nuisance) {
        for (int trial = 0; trial < 20; trial++) {
            double[][] w = constraints(nuisance);
            VertexProgram program;
            try {
                program = new VertexProgram(w);
            } catch (IllegalArgumentException e) {
                continue;
            }
            for (int again = 0; again < 20; again++) {
                double[] y = objective(12);
                VertexProgram.Solution solution = program.maximise(y);
                assertThat(solution.value()).isCloseTo(maximum(w, y), offset(1e-9));
                assertThat(TrendEstimates.dot(y, solution.gamma())).isCloseTo(solution.value(), offset(1e-12));
            }
        }
    }

    /** Up to its reach, and no farther, the vertex stays the best. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void reachesAsFarAsTheVertexIsBest(int nuisance) {
        int bounded = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[][] w = constraints(nuisance);
            double[] y = objective(12);
            double[] c = objective(12);
            VertexProgram program;
            try {
                program = new VertexProgram(w);
            } catch (IllegalArgumentException e) {
                continue;
            }
            double[] gamma = program.maximise(y).gamma();
            double reach = program.reach(y, c, 0);
            assertThat(reach).isNotNegative();
            double inside = Double.isInfinite(reach) ? 1000 : reach * 0.999;
            assertThat(excess(w, y, c, inside, gamma)).isCloseTo(0, offset(1e-7 * (1 + inside)));
            if (!Double.isInfinite(reach)) {
                bounded++;
                assertThat(excess(w, y, c, reach + 1, gamma)).isPositive();
            }
        }
        assertThat(bounded).isGreaterThan(20);
    }

    private static double excess(double[][] w, double[] y, double[] c, double v, double[] gamma) {
        double[] moved = y.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += v * c[i];
        }
        return maximum(w, moved) - TrendEstimates.dot(moved, gamma);
    }

    @Test
    void constraintsMustHaveASolution() {
        assertThatThrownBy(() -> new VertexProgram(new double[][] {{1, 1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
