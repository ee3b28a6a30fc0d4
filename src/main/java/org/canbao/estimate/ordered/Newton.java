package org.canbao.estimate.ordered;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;

/**
 * The maximum of a concave likelihood by Newton's method, steps that lower it being halved. Done when no parameter moves by
 * more than {@value #STEP} of its standard error; as the method converges quadratically, nothing is then left to do.
 */
final class Newton {
    private static final double STEP = 1e-7;
    private static final int ITERATIONS = 60;
    private static final int HALVINGS = 30;

    private Newton() {}

    /**
     * Where it ended.
     *
     * @param parameters the maximum, or the last try
     * @param step the last step
     * @param iterations how many
     * @param found whether it is a maximum
     */
    record End(double[] parameters, double[] step, int iterations, boolean found) {}

    static End maximum(OrderedLikelihood likelihood) {
        double[] at = likelihood.start();
        double value = likelihood.value(at);
        double[] step = new double[at.length];
        for (int i = 1; i <= ITERATIONS; i++) {
            double[][] information = likelihood.information(at);
            double[] gradient = OrderedLikelihood.sum(likelihood.scores(at), at.length);
            LinearFit solved = CholeskySolver.solve(information, gradient, diagonal(information));
            if (solved.size() < at.length) {
                return new End(at, step, i, false);
            }
            double farthest = 0;
            for (int j = 0; j < at.length; j++) {
                step[j] = solved.coefficient(j);
                farthest = Math.max(farthest, Math.abs(step[j]) / Math.sqrt(solved.inverse(j, j)));
            }
            double[] next = moved(at, step, 1);
            double after = likelihood.value(next);
            for (int h = 0; h < HALVINGS && !(after >= value - 1e-12 * Math.abs(value)); h++) {
                next = moved(at, step, StrictMath.scalb(0.5, -h));
                after = likelihood.value(next);
            }
            at = next;
            value = after;
            if (farthest <= STEP) {
                return new End(at, step, i, true);
            }
        }
        return new End(at, step, ITERATIONS, false);
    }

    private static double[] moved(double[] from, double[] step, double share) {
        double[] to = new double[from.length];
        for (int j = 0; j < to.length; j++) {
            to[j] = from[j] + share * step[j];
        }
        return to;
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = matrix[j][j];
        }
        return diagonal;
    }
}
