package org.canbao.estimate.rd;

import org.apache.commons.math3.fraction.BigFraction;
import org.canbao.spec.RdKernel;

/** A kernel K(u), which on [0, 1] is a polynomial with rational coefficients, symmetric, and zero beyond. */
final class KernelPolynomial {
    private final double[] coefficients;
    private final BigFraction[] exact;

    private KernelPolynomial(BigFraction... exact) {
        this.exact = exact;
        this.coefficients = new double[exact.length];
        for (int i = 0; i < exact.length; i++) {
            coefficients[i] = exact[i].doubleValue();
        }
    }

    /** The kernel of that name. */
    static KernelPolynomial of(RdKernel kernel) {
        return switch (kernel) {
            case TRIANGULAR -> new KernelPolynomial(BigFraction.ONE, BigFraction.MINUS_ONE);
            case EPANECHNIKOV -> new KernelPolynomial(new BigFraction(3, 4), BigFraction.ZERO, new BigFraction(-3, 4));
            case UNIFORM -> new KernelPolynomial(BigFraction.ONE_HALF);
        };
    }

    /** K(u). */
    double at(double u) {
        double distance = Math.abs(u);
        if (distance > 1) {
            return 0;
        }
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * distance + coefficients[i];
        }
        return value;
    }

    /** The coefficients on [0, 1], from degree 0 up; not to be written to. */
    BigFraction[] exact() {
        return exact;
    }
}
