package org.canbao.estimate.rd;

import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The matrices of local polynomial density estimation at a boundary (Cattaneo, Jansson and Ma 2020), with r(u) = (1, u,
 * ..., u^p)' on [0, 1] and kernel K:
 *
 * <pre>
 * S = ∫ r(u) r(u)' K(u) du
 * c = ∫ r(u) u^(p+1) K(u) du
 * G = ∫∫ min(u, v) r(u) r(v)' K(u) K(v) du dv
 * </pre>
 *
 * <p>The integrals are rational numbers and kept exact: S is nearly a Hilbert matrix.
 */
final class BoundaryMoments {
    private final int order;
    private final FieldMatrix<BigFraction> s;
    private final FieldMatrix<BigFraction> c;
    private final FieldMatrix<BigFraction> g;

    BoundaryMoments(KernelPolynomial kernel, int order) {
        this.order = order;
        int size = order + 1;
        s = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), size, size);
        g = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), size, size);
        c = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), size, 1);
        BigFraction[] k = kernel.exact();
        for (int i = 0; i < size; i++) {
            c.setEntry(i, 0, moment(k, i + order + 1));
            for (int j = 0; j < size; j++) {
                s.setEntry(i, j, moment(k, i + j));
                g.setEntry(i, j, lesser(k, i, j));
            }
        }
    }

    /** S. */
    RealMatrix s() {
        return real(s);
    }

    /** G. */
    RealMatrix g() {
        return real(g);
    }

    /** c, one column. */
    RealMatrix c() {
        return real(c);
    }

    /** The bias constant: entry {@code degree} of S^-1 c. */
    double bias(int degree) {
        return solved(c).getEntry(degree, 0).doubleValue();
    }

    /** The variance constant: entry ({@code degree}, {@code degree}) of S^-1 G S^-1. */
    double variance(int degree) {
        return solved(solved(g).transpose()).getEntry(degree, degree).doubleValue();
    }

    /** ((p+1)!)^2 times variance over squared bias, which scales the rule-of-thumb bandwidth of a derivative. */
    double ruleOfThumb(int degree) {
        double factorial = 1;
        for (int i = 2; i <= order + 1; i++) {
            factorial *= i;
        }
        double bias = bias(degree);
        return factorial * factorial * variance(degree) / (bias * bias);
    }

    private FieldMatrix<BigFraction> solved(FieldMatrix<BigFraction> right) {
        return new FieldLUDecomposition<>(s).getSolver().solve(right);
    }

    /** ∫ u^power K(u) du. */
    private static BigFraction moment(BigFraction[] k, int power) {
        BigFraction sum = BigFraction.ZERO;
        for (int a = 0; a < k.length; a++) {
            sum = sum.add(k[a].divide(power + a + 1));
        }
        return sum;
    }

    /** ∫∫ min(u, v) u^i v^j K(u) K(v) du dv. */
    private static BigFraction lesser(BigFraction[] k, int i, int j) {
        BigFraction sum = BigFraction.ZERO;
        for (int a = 0; a < k.length; a++) {
            for (int b = 0; b < k.length; b++) {
                int degree = i + a + j + b + 3;
                BigFraction lower = new BigFraction(1, (i + a + 2) * degree);
                BigFraction upper = new BigFraction(1, (j + b + 2) * degree);
                sum = sum.add(k[a].multiply(k[b]).multiply(lower.add(upper)));
            }
        }
        return sum;
    }

    private static RealMatrix real(FieldMatrix<BigFraction> exact) {
        RealMatrix real = new Array2DRowRealMatrix(exact.getRowDimension(), exact.getColumnDimension());
        for (int i = 0; i < exact.getRowDimension(); i++) {
            for (int j = 0; j < exact.getColumnDimension(); j++) {
                real.setEntry(i, j, exact.getEntry(i, j).doubleValue());
            }
        }
        return real;
    }
}
