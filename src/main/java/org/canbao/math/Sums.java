package org.canbao.math;

/**
 * Sums whose rounding hardly depends on the order of the terms: short stretches are added plainly, and the partial sums
 * with Neumaier's compensation.
 */
public final class Sums {
    private static final int STRETCH = 256;

    private Sums() {}

    /** Sum of {@code a}. */
    public static double sum(double[] a) {
        Compensated total = new Compensated();
        for (int from = 0; from < a.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, a.length);
            double part = 0;
            for (int i = from; i < to; i++) {
                part += a[i];
            }
            total.add(part);
        }
        return total.value();
    }

    /** Sum of {@code w a}. */
    public static double dot(double[] w, double[] a) {
        Compensated total = new Compensated();
        for (int from = 0; from < a.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, a.length);
            double part = 0;
            for (int i = from; i < to; i++) {
                part += w[i] * a[i];
            }
            total.add(part);
        }
        return total.value();
    }

    /** Sum of {@code w a b}. */
    public static double dot(double[] w, double[] a, double[] b) {
        Compensated total = new Compensated();
        for (int from = 0; from < a.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, a.length);
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = from;
            for (; i + 3 < to; i += 4) {
                s0 += w[i] * a[i] * b[i];
                s1 += w[i + 1] * a[i + 1] * b[i + 1];
                s2 += w[i + 2] * a[i + 2] * b[i + 2];
                s3 += w[i + 3] * a[i + 3] * b[i + 3];
            }
            for (; i < to; i++) {
                s0 += w[i] * a[i] * b[i];
            }
            total.add((s0 + s1) + (s2 + s3));
        }
        return total.value();
    }

    /** A running sum that keeps what rounding loses (Neumaier 1974). */
    public static final class Compensated {
        private double sum;
        private double lost;

        /** Adds a term. */
        public void add(double term) {
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        /** The sum so far. */
        public double value() {
            return sum + lost;
        }
    }
}
