package org.canbao.estimate.iv;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.canbao.result.IvFit;

/**
 * The rank test of Kleibergen and Paap (2006): that the q by m matrix P of first-stage coefficients has rank m - 1, so that
 * the instruments do not identify all coefficients.
 *
 * <p>With F'F = Z'Z (instruments less what exogenous columns and effects explain) and G'G = V'V (first-stage residuals),
 * T = F P G^-1 has singular vectors U and W; under the null U2'T w, with w the last of W and U2 orthogonal to the first m
 * - 1 of U, is zero. The statistic is its Wald test with the covariance of P, chi-squared with q - m + 1 degrees of freedom;
 * no choice of basis of U2 changes it. With one endogenous column it is the Wald test of the instruments.
 */
final class RankTest {
    private RankTest() {}

    /**
     * The test.
     *
     * @param coefficients P, q by m
     * @param instruments (Z'Z)^-1, q by q
     * @param residuals V'V, m by m
     * @param covariance of P by columns, qm by qm
     */
    static IvFit.Rank test(
            RealMatrix coefficients, RealMatrix instruments, RealMatrix residuals, RealMatrix covariance) {
        int q = coefficients.getRowDimension();
        int m = coefficients.getColumnDimension();
        RealMatrix f = new CholeskyDecomposition(inverse(instruments), 1e-10, 0).getLT();
        RealMatrix gInverse = inverse(new CholeskyDecomposition(residuals, 1e-10, 0).getLT());
        RealMatrix t = f.multiply(coefficients).multiply(gInverse);
        EigenDecomposition right = new EigenDecomposition(t.transpose().multiply(t));
        RealVector combination = gInverse.operate(right.getEigenvector(m - 1));
        RealMatrix basis = complement(t, right, q, m).transpose().multiply(f);
        RealVector lambda = basis.operate(coefficients.operate(combination));
        RealMatrix variance =
                basis.multiply(combined(covariance, combination, q)).multiply(basis.transpose());
        double statistic = lambda.dotProduct(inverse(variance).operate(lambda));
        int df = q - m + 1;
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return new IvFit.Rank(new IvFit.ChiSquared(statistic, p, df), statistic / q);
    }

    /** Orthonormal columns orthogonal to T times the first m - 1 right singular vectors. */
    private static RealMatrix complement(RealMatrix t, EigenDecomposition right, int q, int m) {
        RealMatrix projection = MatrixUtils.createRealIdentityMatrix(q);
        for (int e = 0; e < m - 1; e++) {
            RealVector u = t.operate(right.getEigenvector(e));
            u.unitize();
            projection = projection.subtract(u.outerProduct(u));
        }
        EigenDecomposition split = new EigenDecomposition(projection);
        RealMatrix basis = MatrixUtils.createRealMatrix(q, q - m + 1);
        for (int c = 0; c < q - m + 1; c++) {
            basis.setColumnVector(c, split.getEigenvector(c));
        }
        return basis;
    }

    /** The covariance of P c. */
    private static RealMatrix combined(RealMatrix covariance, RealVector c, int q) {
        RealMatrix sum = MatrixUtils.createRealMatrix(q, q);
        for (int a = 0; a < c.getDimension(); a++) {
            for (int b = 0; b < c.getDimension(); b++) {
                RealMatrix block = covariance.getSubMatrix(a * q, a * q + q - 1, b * q, b * q + q - 1);
                sum = sum.add(block.scalarMultiply(c.getEntry(a) * c.getEntry(b)));
            }
        }
        return sum;
    }

    static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix).getSolver().getInverse();
    }
}
