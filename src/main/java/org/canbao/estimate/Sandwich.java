package org.canbao.estimate;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.canbao.design.Design;
import org.canbao.math.GroupIndex;
import org.canbao.math.Sums;
import org.canbao.math.SymmetricEigen;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.Degrees;
import org.canbao.spec.VcovSpec;

/**
 * Every covariance of the estimates: A M A with the bread A = (X'WX)^-1 and a meat M of squared scores.
 *
 * <p>Homoskedastic: RSS/(n-K) A; of a likelihood, (n-1)/(n-K) A, the inverse of its information. Heteroskedastic (White 1980; MacKinnon and White 1985): M sums the rows' scores w x e,
 * with e over sqrt(1-h) for HC2 and over 1-h for HC3, h being the leverage with all absorbed effects. Clustered: M sums
 * the clusters' scores; several ways are added and subtracted over their intersections, and negative eigenvalues of the
 * result become zero (Cameron, Gelbach and Miller 2011), as in fixest. {@link ClusterRobust} has those of clubSandwich.
 * Corrections are {@link SmallSample}'s.
 */
public final class Sandwich {
    /** Which method computes which covariance; a test holds it complete. */
    static final Map<Class<? extends VcovSpec>, Method> BY_SPEC = Map.of(
            VcovSpec.Iid.class, Sandwich::iid,
            VcovSpec.Hetero.class, Sandwich::hetero,
            VcovSpec.Clustered.class, Sandwich::clustered,
            VcovSpec.ClusterRobust.class, Sandwich::clusterRobust);

    private final ClusterWays ways;
    private final ModelSpec.Common common;
    private final boolean knownVariance;

    /** For a design, whose clusters it takes. */
    public Sandwich(Design design, ModelSpec.Common common) {
        this(design, common, false);
    }

    private Sandwich(Design design, ModelSpec.Common common, boolean knownVariance) {
        this.ways = new ClusterWays(design.clusters(), design.size());
        this.common = common;
        this.knownVariance = knownVariance;
    }

    /** For the last step of a maximum likelihood, whose errors have a variance of one over their weight. */
    public static Sandwich ofLikelihood(Design design, ModelSpec.Common common) {
        return new Sandwich(design, common, true);
    }

    /** Computes one kind of covariance. */
    @FunctionalInterface
    interface Method {
        /** The covariance of a solution. */
        Covariance of(Sandwich sandwich, Solved solved, SmallSample small);
    }

    /** The kind of covariance. */
    public VcovSpec vcov() {
        return common.vcov();
    }

    /** The small-sample conventions that the spec asks for. */
    public SmallSampleSpec asked() {
        return common.smallSample();
    }

    /** The small-sample conventions; clubSandwich counts every parameter, and homoskedastic errors go with t. */
    public SmallSampleSpec conventions() {
        if (common.vcov() instanceof VcovSpec.ClusterRobust) {
            return SmallSampleSpec.CLUB_SANDWICH;
        }
        boolean normal = common.smallSample().degrees() == Degrees.NORMAL;
        return normal && common.vcov() instanceof VcovSpec.Iid
                ? common.smallSample().with(Degrees.CLUSTERS)
                : common.smallSample();
    }

    /** The groups by which scores are needed: the intersections of all ways of clustering; one group without clusters. */
    public GroupIndex finest() {
        return ways.finest();
    }

    /** The covariance that the spec asks for. */
    public Covariance of(Solved solved, SmallSample small) {
        Method method = BY_SPEC.get(common.vcov().getClass());
        if (method == null) {
            throw new IllegalStateException("no covariance for " + common.vcov());
        }
        return method.of(this, solved, small);
    }

    private Covariance iid(Solved solved, SmallSample small) {
        double variance = knownVariance ? small.rows() : solved.rss() * small.iid();
        int k = solved.fit().size();
        double[][] matrix = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                matrix[i][j] = variance * solved.fit().inverse(i, j);
            }
        }
        return new Covariance(withIntercept(matrix, solved), small.rows(), false);
    }

    private Covariance hetero(Solved solved, SmallSample small) {
        VcovSpec.Leverage leverage = ((VcovSpec.Hetero) common.vcov()).leverage();
        double[] squares = errors(solved, leverage);
        for (int row = 0; row < squares.length; row++) {
            squares[row] *= squares[row];
        }
        int k = solved.fit().size();
        double[][] meat = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double[] xi = solved.data().x(solved.fit().kept(i));
                meat[i][j] = Sums.dot(squares, xi, solved.data().x(solved.fit().kept(j)));
                meat[j][i] = meat[i][j];
            }
        }
        double factor = small.hetero(leverage);
        return new Covariance(withIntercept(around(meat, factor, solved), solved), factor, false);
    }

    /** Each row's weighted residual, corrected for its leverage. */
    double[] errors(Solved solved, VcovSpec.Leverage leverage) {
        double[] errors = new Leverages(solved, common).divisors(leverage);
        double[] weights = solved.data().design().weights();
        for (int row = 0; row < errors.length; row++) {
            errors[row] = weights[row] * solved.residual(row) / errors[row];
        }
        return errors;
    }

    private Covariance clustered(Solved solved, SmallSample small) {
        double[][] meat = meat(Scores.byGroup(solved, ways.finest()), small);
        double[][] matrix = withIntercept(around(meat, small.rows(), solved), solved);
        boolean repair = ways.isMultiWay() && !SymmetricEigen.isPositive(matrix);
        double factor = small.clustered(ways.terms().get(0).home().groups()) * small.rows();
        return new Covariance(repair ? SymmetricEigen.withoutNegative(matrix) : matrix, factor, repair);
    }

    /** The sum over clusters of squared scores, from the scores of the finest groups, over all ways of clustering. */
    double[][] meat(double[][] finest, SmallSample small) {
        return meat(finest, small::clustered);
    }

    private double[][] meat(double[][] finest, IntToDoubleFunction correction) {
        int k = finest[0].length;
        double[][] meat = new double[k][k];
        List<ClusterWays.Term> terms = ways.terms();
        for (int t = terms.size() - 1; t >= 0; t--) {
            ClusterWays.Term term = terms.get(t);
            double factor = term.sign() * correction.applyAsDouble(term.home().groups());
            double[][] part = new double[k][k];
            for (double[] score : Scores.coarser(finest, term.home())) {
                addOuter(part, score);
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    meat[i][j] += factor * part[i][j];
                }
            }
        }
        return meat;
    }

    /**
     * The covariance of a maximum likelihood from the inverse of its information A and the scores of rows: A, or A M A with
     * M the squared scores (times n/(n-1) for HC1) or those of clusters (times G/(G-1)), as Stata's and R's sandwich.
     *
     * @param inverse A
     * @param scores one array per row, weighted
     */
    public Covariance ofScores(double[][] inverse, double[][] scores, long rows) {
        if (common.vcov() instanceof VcovSpec.Iid) {
            return new Covariance(inverse, 1, false);
        }
        double[][] meat = new double[inverse.length][inverse.length];
        double factor = 1;
        if (common.vcov() instanceof VcovSpec.Hetero hetero) {
            factor = hetero.leverage() == VcovSpec.Leverage.HC1 ? rows / (rows - 1.0) : 1;
            for (double[] score : scores) {
                addOuter(meat, score);
            }
        } else {
            GroupIndex groups = ways.finest();
            double[][] sums = new double[groups.groups()][inverse.length];
            for (int row = 0; row < scores.length; row++) {
                for (int j = 0; j < inverse.length; j++) {
                    sums[groups.code(row)][j] += scores[row][j];
                }
            }
            int coarsest = ways.terms().get(0).home().groups();
            SmallSample small = new SmallSample(
                    rows, inverse.length, new ParameterCount(0, 0, 0), ways.sizes(), common.smallSample());
            meat = meat(sums, small);
            factor = small.clustered(coarsest);
            double[][] matrix = around(meat, 1, inverse);
            boolean repair = ways.isMultiWay() && !SymmetricEigen.isPositive(matrix);
            return new Covariance(repair ? SymmetricEigen.withoutNegative(matrix) : matrix, factor, repair);
        }
        return new Covariance(around(meat, factor, inverse), factor, false);
    }

    /**
     * The variance of a function of all parameters, effects included, at a maximum of a likelihood (delta method): the same
     * sums over rows or clusters as for the coefficients, with the function's influence t in the place of A x.
     *
     * @param t one per cell: x A g, x being all columns and g the function's gradient by all parameters
     */
    public double ofFunction(Solved solved, SmallSample small, double[] t) {
        double[] weights = solved.data().design().weights();
        if (common.vcov() instanceof VcovSpec.Iid) {
            return small.rows() * Sums.dot(weights, t, t);
        } else if (common.vcov() instanceof VcovSpec.Hetero hetero) {
            double[] errors = errors(solved, hetero.leverage());
            for (int row = 0; row < errors.length; row++) {
                errors[row] *= errors[row];
            }
            return small.hetero(hetero.leverage()) * Sums.dot(errors, t, t);
        }
        double[][] scores = new double[ways.finest().groups()][1];
        for (int cell = 0; cell < t.length; cell++) {
            scores[ways.finest().code(cell)][0] += weights[cell] * t[cell] * solved.residual(cell);
        }
        return Math.max(0, small.rows() * meat(scores, small)[0][0]);
    }

    /**
     * The sums of squared moments z w e over rows or clusters, without any correction: what a heteroskedastic or clustered
     * covariance of Z'We is.
     *
     * @param data whose outcome is e
     * @param columns the positions of Z, none an intercept
     */
    public double[][] moments(Partialled data, int[] columns) {
        int k = columns.length;
        double[] weights = data.design().weights();
        if (!(common.vcov() instanceof VcovSpec.Hetero)) {
            double[][] scores = new double[ways.finest().groups()][k];
            for (int j = 0; j < k; j++) {
                double[] sums = Scores.products(data, columns[j], ways.finest());
                for (int g = 0; g < sums.length; g++) {
                    scores[g][j] = sums[g];
                }
            }
            return meat(scores, term -> 1);
        }
        double[] squares = data.y().clone();
        for (int row = 0; row < squares.length; row++) {
            squares[row] *= weights[row];
            squares[row] *= squares[row];
        }
        double[][] sums = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                sums[i][j] = Sums.dot(squares, data.x(columns[i]), data.x(columns[j]));
            }
        }
        return sums;
    }

    /** The degrees of freedom of combinations of coefficients, given by their weights; none if all share theirs. */
    double[] df(Solved solved, double[][] combinations) {
        return common.vcov() instanceof VcovSpec.ClusterRobust spec && spec.satterthwaite()
                ? new ClusterRobust(solved, ways.finest(), spec, common).df(combinations)
                : new double[0];
    }

    private Covariance clusterRobust(Solved solved, SmallSample small) {
        VcovSpec.ClusterRobust spec = (VcovSpec.ClusterRobust) common.vcov();
        return new ClusterRobust(solved, ways.finest(), spec, common)
                .covariance(small.clusterRobust(spec.adjustment()));
    }

    private static double[][] around(double[][] meat, double factor, Solved solved) {
        int k = meat.length;
        double[][] bread = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                bread[i][j] = solved.fit().inverse(i, j);
            }
        }
        return around(meat, factor, bread);
    }

    /** A meat between two slices of bread, symmetric to the last bit. */
    private static double[][] around(double[][] meat, double factor, double[][] bread) {
        int k = meat.length;
        double[][] half = new double[k][k];
        double[][] whole = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    half[i][j] += bread[i][l] * meat[l][j];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += half[i][l] * bread[l][j];
                }
                whole[i][j] = factor * sum;
                whole[j][i] = whole[i][j];
            }
        }
        return whole;
    }

    /**
     * From the orthogonal column of ones to the intercept: with b0 = m - x̄'b, m being the coefficient of ones beside
     * centred columns, the covariance is T V T' with T's first row (1, -x̄').
     */
    private static double[][] withIntercept(double[][] matrix, Solved solved) {
        int k = matrix.length;
        if (k == 0 || !solved.data().isIntercept(solved.fit().kept(0))) {
            return matrix;
        }
        double[] first = new double[k];
        first[0] = 1;
        for (int j = 1; j < k; j++) {
            first[j] = -solved.data().mean(solved.fit().kept(j));
        }
        double[] cross = new double[k];
        double variance = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                cross[i] += matrix[i][j] * first[j];
            }
        }
        for (int i = 0; i < k; i++) {
            variance += first[i] * cross[i];
        }
        for (int i = 1; i < k; i++) {
            matrix[0][i] = cross[i];
            matrix[i][0] = cross[i];
        }
        matrix[0][0] = variance;
        return matrix;
    }

    private static void addOuter(double[][] sum, double[] score) {
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; j < score.length; j++) {
                sum[i][j] += score[i] * score[j];
            }
        }
    }
}
