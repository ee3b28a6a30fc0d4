package org.canbao.estimate.margins;

/** A prediction as a smooth function of the linear predictor: a mean, a probability, or a derivative of one. */
public interface Response {
    /** Its value. */
    double at(double eta);

    /** Its derivative. */
    double slope(double eta);
}
