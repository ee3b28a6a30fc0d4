package org.canbao.estimate.glm;

/** Bernoulli with a logit link. An outcome between 0 and 1 is the share of ones among the rows of a cell. */
final class LogitFamily implements Family {
    @Override
    public double mean(double eta) {
        return eta >= 0 ? 1 / (1 + StrictMath.exp(-eta)) : 1 - 1 / (1 + StrictMath.exp(eta));
    }

    @Override
    public double variance(double mean) {
        return mean * (1 - mean);
    }

    @Override
    public double curvature(double mean) {
        return mean * (1 - mean) * (1 - 2 * mean);
    }

    @Override
    public double link(double mean) {
        return StrictMath.log(mean / (1 - mean));
    }

    @Override
    public double start(double y, double overall) {
        return (y + 0.5) / 2;
    }

    /** A row of ones and zeros fits itself perfectly, so that this is minus twice the log-likelihood. */
    @Override
    public double deviance(double y, double mean) {
        return -2 * logLikelihood(y, mean);
    }

    @Override
    public double logLikelihood(double y, double mean) {
        return (y == 0 ? 0 : y * StrictMath.log(mean)) + (y == 1 ? 0 : (1 - y) * StrictMath.log1p(-mean));
    }

    @Override
    public int boundary(double y) {
        if (y == 0) {
            return -1;
        }
        return y == 1 ? 1 : 0;
    }
}
