package org.canbao.simulate.enrolment;

/**
 * The expected count of a cell by month of age, on one side of the cutoff: the cubic in the month whose mean over the window
 * is given, and whose least-squares approximations of order one, two and three over the window reach given heights at the
 * cutoff. So a regression of order 0 to 3 on the window finds, in expectation, exactly the published discontinuities.
 *
 * <p>With polynomials P₀ … P₃ that are orthonormal over the months of the window, f = Σ c_k P_k has the approximation of
 * order p with height Σ_{k≤p} c_k P_k(0) at month 0, so c_k = (b_p - b_{p-1}) / P_k(0), b_p being the heights.
 */
final class SideCurve {
    private static final int ORDERS = 4;

    private final double[] coefficients;
    private final int from;
    private final int to;

    private SideCurve(double[] coefficients, int from, int to) {
        this.coefficients = coefficients;
        this.from = from;
        this.to = to;
    }

    /**
     * The curve over the months {@code from} to {@code to}, both included.
     *
     * @param heights of the approximations of order 0 to 3 at month 0
     */
    static SideCurve through(int from, int to, double[] heights) {
        double[][] basis = orthonormal(from, to);
        double[] coefficients = new double[ORDERS];
        double before = 0;
        for (int k = 0; k < ORDERS; k++) {
            double weight = (heights[k] - before) / basis[k][0];
            for (int power = 0; power < ORDERS; power++) {
                coefficients[power] += weight * basis[k][power];
            }
            before = heights[k];
        }
        return new SideCurve(coefficients, from, to);
    }

    /** The expected count in a month; beyond the window that of its end. */
    double at(int month) {
        double x = Math.min(to, Math.max(from, month));
        return coefficients[0] + x * (coefficients[1] + x * (coefficients[2] + x * coefficients[3]));
    }

    /** Its mean of f(month)^{power} over the window. */
    double moment(int power) {
        double sum = 0;
        for (int month = from; month <= to; month++) {
            sum += StrictMath.pow(at(month), power);
        }
        return sum / (to - from + 1);
    }

    /** Coefficients, by power, of polynomials of degree 0 to 3 that are orthonormal over the months (Gram and Schmidt). */
    private static double[][] orthonormal(int from, int to) {
        double[][] basis = new double[ORDERS][ORDERS];
        for (int k = 0; k < ORDERS; k++) {
            basis[k][k] = 1;
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double along = product(basis[k], basis[j], from, to);
                    for (int power = 0; power < ORDERS; power++) {
                        basis[k][power] -= along * basis[j][power];
                    }
                }
            }
            double length = Math.sqrt(product(basis[k], basis[k], from, to));
            for (int power = 0; power < ORDERS; power++) {
                basis[k][power] /= length;
            }
        }
        return basis;
    }

    private static double product(double[] p, double[] q, int from, int to) {
        double sum = 0;
        for (int month = from; month <= to; month++) {
            sum += value(p, month) * value(q, month);
        }
        return sum;
    }

    private static double value(double[] p, double x) {
        return p[0] + x * (p[1] + x * (p[2] + x * p[3]));
    }
}
