package org.canbao.estimate.oster;

import java.util.Arrays;

/** The real roots of a polynomial of the third degree or less. */
final class Cubic {
    private static final int STEPS = 4;
    /** Share of the largest term below which the leading coefficient is rounding. */
    private static final double NEGLIGIBLE = 1e-14;

    private Cubic() {}

    /**
     * The real roots of c3 x³ + c2 x² + c1 x + c0, ascending, a double root twice: by Viète's and Cardano's formulas, with
     * Newton's steps after them; none if the polynomial is constant.
     *
     * @param scale a size of x at which coefficients are compared
     */
    static double[] roots(double c3, double c2, double c1, double c0, double scale) {
        double a = c3 * scale * scale * scale;
        double b = c2 * scale * scale;
        double c = c1 * scale;
        double least = NEGLIGIBLE * Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(c0)));
        double[] roots = Math.abs(a) > least
                ? cubic(b / a, c / a, c0 / a)
                : Math.abs(b) > least ? quadratic(b, c, c0) : Math.abs(c) > least ? new double[] {-c0 / c} : new double[0];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = polished(roots[i], Math.abs(a) > least ? a : 0, b, c, c0) * scale;
        }
        Arrays.sort(roots);
        return roots;
    }

    private static double[] quadratic(double a, double b, double c) {
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            return new double[0];
        }
        double q = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
        return q == 0 ? new double[] {0, 0} : new double[] {q / a, c / q};
    }

    private static double[] cubic(double a, double b, double c) {
        double q = (a * a - 3 * b) / 9;
        double r = (2 * a * a * a - 9 * a * b + 27 * c) / 54;
        double left = r * r - q * q * q;
        if (left < 0) {
            double theta = StrictMath.acos(Math.max(-1, Math.min(1, r / Math.sqrt(q * q * q))));
            double[] roots = new double[3];
            for (int i = 0; i < 3; i++) {
                roots[i] = -2 * Math.sqrt(q) * StrictMath.cos((theta + 2 * Math.PI * (i - 1)) / 3) - a / 3;
            }
            return roots;
        }
        double root = Math.sqrt(left);
        return new double[] {StrictMath.cbrt(-r + root) + StrictMath.cbrt(-r - root) - a / 3};
    }

    private static double polished(double start, double a, double b, double c, double d) {
        double x = start;
        for (int i = 0; i < STEPS; i++) {
            double value = ((a * x + b) * x + c) * x + d;
            double slope = (3 * a * x + 2 * b) * x + c;
            double next = x - value / slope;
            if (Double.isFinite(next) && Math.abs(((a * next + b) * next + c) * next + d) < Math.abs(value)) {
                x = next;
            }
        }
        return x;
    }
}
