package org.canbao.spec;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Where the bandwidths of a local-polynomial discontinuity come from: h of the estimate, b of its bias. */
public sealed interface RdBandwidth {
    /**
     * Bandwidths given as numbers, on the scale of the running variable.
     *
     * @param hLeft of the estimate, left of the cutoff
     * @param hRight of the estimate, right of it
     * @param bLeft of its bias, left of the cutoff
     * @param bRight of its bias, right of it
     */
    record Given(double hLeft, double hRight, double bLeft, double bRight) implements RdBandwidth {
        /** The same bandwidth for the estimate and its bias, on both sides. */
        public static Given of(double h) {
            return new Given(h, h, h, h);
        }
    }

    /**
     * Bandwidths chosen from the data (Calonico, Cattaneo and Farrell 2020).
     *
     * @param selector what they are best for
     * @param rho h/b, if b is to follow from h
     * @param regularization how strongly the variance of the estimated bias keeps bandwidths from growing; 0: not at all
     * @param sharp whether those of the outcome's jump are taken although there is a treatment
     * @param restricted whether bandwidths stay within the range of the running variable
     * @param leastValues distinct values that pilot bandwidths hold on each side; if empty, 10 where rows share values and
     *     mass points are adjusted for
     * @param standardized whether running variable and outcome are divided by their standard deviations before
     */
    record Selected(
            Selector selector,
            OptionalDouble rho,
            double regularization,
            boolean sharp,
            boolean restricted,
            OptionalInt leastValues,
            boolean standardized)
            implements RdBandwidth {
        /** What rdrobust 4.0 does by default. */
        public static final Selected DEFAULT =
                new Selected(Selector.MSERD, OptionalDouble.empty(), 1, false, true, OptionalInt.empty(), false);

        /** The same for another aim. */
        public Selected with(Selector other) {
            return new Selected(other, rho, regularization, sharp, restricted, leastValues, standardized);
        }
    }

    /** What a bandwidth is best for. */
    enum Selector {
        /** The mean squared error of the jump; one bandwidth. */
        MSERD,
        /** The mean squared error of each side; two bandwidths. */
        MSETWO,
        /** The mean squared error of the sum of the sides. */
        MSESUM,
        /** The lesser of {@link #MSERD} and {@link #MSESUM}. */
        MSECOMB1,
        /** On each side the median of {@link #MSERD}, {@link #MSETWO} and {@link #MSESUM}. */
        MSECOMB2,
        /** The error of coverage: {@link #MSERD} shrunk. */
        CERRD,
        /** {@link #MSETWO} shrunk. */
        CERTWO,
        /** {@link #MSESUM} shrunk. */
        CERSUM,
        /** {@link #MSECOMB1} shrunk. */
        CERCOMB1,
        /** {@link #MSECOMB2} shrunk. */
        CERCOMB2;

        /** Whether it is about the error of coverage. */
        public boolean coverage() {
            return ordinal() >= CERRD.ordinal();
        }

        /** The one about mean squared error that it is made from; itself if it is one. */
        public Selector base() {
            return values()[ordinal() % CERRD.ordinal()];
        }

        /** The value of {@code bandwidth:} in the spec language. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
