package org.canbao.estimate.glm;

/**
 * A distribution with its canonical link: the linear predictor is eta, the mean mu(eta), and the variance V(mu) = d mu / d
 * eta, so that Newton's method and Fisher scoring are the same. Functions are {@link StrictMath}'s.
 */
interface Family {
    /** mu(eta). */
    double mean(double eta);

    /** V(mu). */
    double variance(double mean);

    /** d V / d eta = d² mu / d eta². */
    double curvature(double mean);

    /** eta(mu). */
    double link(double mean);

    /** The mean from which the iterations start, for an outcome y and the mean of all. */
    double start(double y, double overall);

    /** Twice the log-likelihood that a perfect fit would have more. */
    double deviance(double y, double mean);

    /** The log-likelihood of a row. */
    double logLikelihood(double y, double mean);

    /** Where the likelihood of an outcome can rise for ever: -1 if towards eta = -infinity, 1 if towards infinity, else 0. */
    int boundary(double y);
}
