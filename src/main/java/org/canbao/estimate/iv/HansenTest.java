package org.canbao.estimate.iv;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Sandwich;
import org.canbao.result.IvFit;

/**
 * Hansen's J (1982): the least of g(b)'S^-1 g(b) over b, with g(b) = Z'W(y - X b) and S the sum of squared moments z w u over
 * rows or clusters, u being the residuals of two-stage least squares. It is that of two-step GMM, which Stata's {@code
 * ivreg2} reports after two-stage least squares with {@code robust} or {@code cluster}, without corrections for small samples;
 * chi-squared with as many degrees of freedom as there are instruments beyond the endogenous columns.
 *
 * <p>Exogenous columns and effects are taken out of Z and X first, which changes nothing (Baum, Schaffer and Stillman 2007).
 * With X b1 fitted in the first step, g(b) = Z'Wu - Z'WX (b - b1): a least squares after multiplication with the inverse of
 * S's root.
 */
final class HansenTest {
    /** Share of its variance that other moments leave of one below which S counts as singular. */
    private static final double SINGULAR = 1e-12;

    private final RealMatrix covariance;
    private final RealVector moments;
    private final RealMatrix slopes;

    private HansenTest(RealMatrix covariance, RealVector moments, RealMatrix slopes) {
        this.covariance = covariance;
        this.moments = moments;
        this.slopes = slopes;
    }

    /**
     * The test; empty if S is singular, for example because there are fewer clusters than instruments.
     *
     * @param data the instruments, then the endogenous columns, then the residual
     * @param instruments how many instruments there are, more than endogenous columns
     */
    static Optional<IvFit.ChiSquared> of(Partialled data, int instruments, Sandwich sandwich) {
        int shift = data.design().intercept() ? 1 : 0;
        int endogenous = data.size() - shift - instruments;
        int[] at = new int[instruments];
        RealVector moments = new ArrayRealVector(instruments);
        RealMatrix slopes = new Array2DRowRealMatrix(instruments, endogenous);
        for (int i = 0; i < instruments; i++) {
            at[i] = shift + i;
            moments.setEntry(i, data.gram(at[i], data.size()));
            for (int e = 0; e < endogenous; e++) {
                slopes.setEntry(i, e, data.gram(at[i], shift + instruments + e));
            }
        }
        RealMatrix covariance = new Array2DRowRealMatrix(sandwich.moments(data, at));
        return new HansenTest(covariance, moments, slopes).test();
    }

    private Optional<IvFit.ChiSquared> test() {
        int size = moments.getDimension();
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(covariance.getEntry(i, i) > 0)) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(covariance.getEntry(i, i));
        }
        RealMatrix unit = MatrixUtils.createRealDiagonalMatrix(scale);
        try {
            RealMatrix root =
                    new CholeskyDecomposition(unit.multiply(covariance).multiply(unit), 1e-10, SINGULAR).getL();
            RealVector left = unit.operate(moments);
            RealMatrix right = unit.multiply(slopes);
            MatrixUtils.solveLowerTriangularSystem(root, left);
            RealMatrix whitened = right.copy();
            for (int e = 0; e < right.getColumnDimension(); e++) {
                RealVector column = right.getColumnVector(e);
                MatrixUtils.solveLowerTriangularSystem(root, column);
                whitened.setColumnVector(e, column);
            }
            return Optional.of(distance(left, whitened));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /** The squared length of what a regression on the columns leaves. */
    private static IvFit.ChiSquared distance(RealVector left, RealMatrix right) {
        RealVector step = new QRDecomposition(right).getSolver().solve(left);
        RealVector rest = left.subtract(right.operate(step));
        double statistic = rest.dotProduct(rest);
        int df = right.getRowDimension() - right.getColumnDimension();
        return new IvFit.ChiSquared(statistic, ChiSquaredDistribution.of(df).survivalProbability(statistic), df);
    }
}
