package org.canbao.estimate.glm;

import org.apache.commons.math3.special.Gamma;

/**
 * Poisson with a log link. Any outcome from zero on will do: if only the mean is exp(eta), the estimates are still
 * consistent (Gourieroux, Monfort and Trognon 1984).
 */
final class PoissonFamily implements Family {
    @Override
    public double mean(double eta) {
        return StrictMath.exp(eta);
    }

    @Override
    public double variance(double mean) {
        return mean;
    }

    @Override
    public double curvature(double mean) {
        return mean;
    }

    @Override
    public double link(double mean) {
        return StrictMath.log(mean);
    }

    @Override
    public double start(double y, double overall) {
        return (y + overall) / 2;
    }

    @Override
    public double deviance(double y, double mean) {
        return 2 * (y == 0 ? mean : y * StrictMath.log(y / mean) - (y - mean));
    }

    @Override
    public double logLikelihood(double y, double mean) {
        return (y == 0 ? 0 : y * StrictMath.log(mean)) - mean - Gamma.logGamma(y + 1);
    }

    @Override
    public int boundary(double y) {
        return y == 0 ? -1 : 0;
    }
}
