package org.canbao.estimate.ordered;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.spec.Ordered;

/** The distribution of what is latent: symmetric about zero, with a concave logarithm of any of its differences. */
enum Latent {
    /** Logistic. */
    LOGISTIC {
        @Override
        double below(double t) {
            return t >= 0 ? 1 / (1 + StrictMath.exp(-t)) : 1 - 1 / (1 + StrictMath.exp(t));
        }

        @Override
        double density(double t) {
            double e = StrictMath.exp(-Math.abs(t));
            return e / ((1 + e) * (1 + e));
        }

        @Override
        double slope(double t) {
            double e = StrictMath.exp(-Math.abs(t));
            return -Math.signum(t) * density(t) * (1 - e) / (1 + e);
        }

        @Override
        double quantile(double p) {
            return StrictMath.log(p / (1 - p));
        }
    },
    /** Normal. */
    NORMAL {
        @Override
        double below(double t) {
            return STANDARD.cumulativeProbability(t);
        }

        @Override
        double density(double t) {
            return StrictMath.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
        }

        @Override
        double slope(double t) {
            return -t * density(t);
        }

        @Override
        double quantile(double p) {
            return STANDARD.inverseCumulativeProbability(p);
        }
    };

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    static Latent of(Ordered.Link link) {
        return link == Ordered.Link.LOGIT ? LOGISTIC : NORMAL;
    }

    /** F(t). */
    abstract double below(double t);

    /** f(t) = F'(t). */
    abstract double density(double t);

    /** f'(t). */
    abstract double slope(double t);

    /** The t with F(t) = p. */
    abstract double quantile(double p);

    /** F(high) - F(low), taken in the tail where it loses no digits; the ends may be infinite. */
    double between(double low, double high) {
        return low > 0 ? upTo(-low) - upTo(-high) : upTo(high) - upTo(low);
    }

    private double upTo(double t) {
        return Double.isInfinite(t) ? (t > 0 ? 1 : 0) : below(t);
    }

    /** f at a point that may be infinite. */
    double densityAt(double t) {
        return Double.isInfinite(t) ? 0 : density(t);
    }

    /** f' at a point that may be infinite. */
    double slopeAt(double t) {
        return Double.isInfinite(t) ? 0 : slope(t);
    }
}
