package org.canbao.estimate.honest;

/**
 * Estimates by event time as sensitivity analysis sees them: β = τ + δ, the effects τ (zero before the treatment) and the
 * differences in trends δ (zero in the reference period, which has no estimate).
 *
 * <p>The arrays are shared, not copied; nobody may write to them.
 */
final class TrendEstimates {
    private final double[] estimates;
    private final double[][] covariance;
    private final int before;
    private final double[] target;

    /**
     * @param estimates in time order, the reference left out
     * @param covariance theirs
     * @param before how many of them stand before the reference
     * @param target l: the weights of the effects after it in the parameter θ = l'τ
     */
    TrendEstimates(double[] estimates, double[][] covariance, int before, double[] target) {
        this.estimates = estimates;
        this.covariance = covariance;
        this.before = before;
        this.target = target;
    }

    int size() {
        return estimates.length;
    }

    /** How many estimates stand before the reference. */
    int before() {
        return before;
    }

    /** How many stand after it. */
    int after() {
        return estimates.length - before;
    }

    double[] estimates() {
        return estimates;
    }

    double[][] covariance() {
        return covariance;
    }

    /** The weights of the effects after the reference in θ. */
    double[] target() {
        return target;
    }

    /** The estimate {@code k} periods before the reference; zero in it. */
    double before(int k) {
        return k == 0 ? 0 : estimates[before - k];
    }

    /** The weights of all estimates in l'β. */
    double[] plain() {
        double[] weights = new double[estimates.length];
        System.arraycopy(target, 0, weights, before, target.length);
        return weights;
    }

    /** v'β. */
    double estimate(double[] weights) {
        return dot(weights, estimates);
    }

    /** The standard error of v'β. */
    double stdError(double[] weights) {
        return Math.sqrt(Math.max(0, product(weights, weights)));
    }

    /** u'Σv. */
    double product(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * dot(covariance[i], v);
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
