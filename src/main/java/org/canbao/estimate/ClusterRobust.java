package org.canbao.estimate;

import org.canbao.diag.Diagnostic;
import org.canbao.math.GroupIndex;
import org.canbao.math.SymmetricEigen;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.VcovSpec.Adjustment;

/**
 * Cluster-robust covariances as in R's clubSandwich: the sum over clusters of M X_g'A_g e_g e_g'A_g X_g M with
 * M = (X'X)^-1, X holding all effects, and A_g a power of I - H_g, H_g = X_g M X_g': 0 for CR0, CR1 and CR1S, -1/2 for
 * CR2, -1 for CR3 (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018, with an identity working model).
 *
 * <p>With weights, rows of X and e are times the roots of their weights, and the working model is that of analytic weights, a
 * variance inverse to them: {@code vcovCR(inverse_var = TRUE)}. Without being told, clubSandwich takes equal variances for a
 * weighted {@code lm}; then absorbed effects would not be the same as dummies. CR2 is refused with weights: clubSandwich's
 * is W^-1/2 (W^-1/2 (W^-1 - X_g M X_g') W^-1/2)^-1/2 W^-1/2, a root of a matrix as large as the cluster, which is not the
 * same as the root of I - H_g of the weighted rows, although both do what they should in the working model.
 *
 * <p>No matrix has as many rows as a cluster. With M = LL' and U = XL, the columns of U are orthonormal, I - H_g = I -
 * U_g U_g', and U_g'f(I - U_g U_g') = f(I - B_g) U_g' for B_g = U_g'U_g = L'X_g'X_g L, of the size of the coefficients.
 *
 * <p>Degrees of freedom of a coefficient c'b are Satterthwaite's, (tr P)² / tr P² with P_gh = p_g'p_h, p_g being what row
 * block g of (I - H)' A_g X_g M c is. With t = L'c and q_g = B_g f(I - B_g) t, P_gh = -q_g'q_h between clusters, and P_gg
 * = t'f B_g (I - B_g) f t.
 */
final class ClusterRobust {
    /** Eigenvalues of I - H below this are zero. */
    private static final double ZERO = 1e-11;
    /** Squared share of a coefficient along such an eigenvector below which it does not depend on it. */
    private static final double APART = 1e-10;

    private final FullDesign full;
    private final ClusterBlocks blocks;
    private final VcovSpec.ClusterRobust spec;
    private final ModelSpec.Common common;
    private final Whitening whitening;
    private final double[][] contrasts;

    ClusterRobust(Solved solved, GroupIndex clusters, VcovSpec.ClusterRobust spec, ModelSpec.Common common) {
        this.full = FullDesign.of(solved, clusters, common);
        this.blocks = new ClusterBlocks(full.solved(), clusters);
        this.spec = spec;
        this.common = common;
        this.whitening = new Whitening(full.solved().fit());
        this.contrasts = new double[full.at().length][];
        for (int j = 0; j < contrasts.length; j++) {
            contrasts[j] = whitening.transposed(full.contrast(j));
        }
    }

    /** The covariance, multiplied with {@code factor}. */
    Covariance covariance(double factor) {
        int k = contrasts.length;
        double[][] matrix = new double[k][k];
        Satterthwaite satterthwaite = new Satterthwaite(contrasts);
        for (int g = 0; g < blocks.size(); g++) {
            SymmetricEigen.Spectrum spectrum = SymmetricEigen.spectrum(whitening.around(blocks.products(g)));
            requireInverse(spectrum, g);
            double[] scores = spectrum.apply(this::power, whitening.transposed(blocks.scores(g)));
            addOuter(matrix, scores, factor);
            if (spec.satterthwaite()) {
                satterthwaite.add(spectrum, this::power);
            }
        }
        return new Covariance(matrix, factor, false, spec.satterthwaite() ? satterthwaite.df() : new double[0]);
    }

    /** Satterthwaite's degrees of freedom of combinations of the coefficients, each given by its weights on them. */
    double[] df(double[][] combinations) {
        double[][] combined =
                new double[combinations.length][full.solved().fit().size()];
        for (int c = 0; c < combined.length; c++) {
            for (int j = 0; j < contrasts.length; j++) {
                for (int l = 0; l < contrasts[j].length; l++) {
                    combined[c][l] += combinations[c][j] * contrasts[j][l];
                }
            }
        }
        Satterthwaite satterthwaite = new Satterthwaite(combined);
        for (int g = 0; g < blocks.size(); g++) {
            satterthwaite.add(SymmetricEigen.spectrum(whitening.around(blocks.products(g))), this::power);
        }
        return satterthwaite.df();
    }

    /** The power of 1 - h that the adjustment takes; zero where that is zero, as in a pseudo-inverse. */
    private double power(double h) {
        double free = 1 - h;
        return switch (spec.adjustment()) {
            case CR0, CR1, CR1S -> 1;
            case CR2 -> free > ZERO ? 1 / Math.sqrt(free) : 0;
            case CR3, CR3_JACKKNIFE -> free > ZERO ? 1 / free : 0;
        };
    }

    private void addOuter(double[][] matrix, double[] scores, double factor) {
        double[] influence = new double[contrasts.length];
        for (int j = 0; j < influence.length; j++) {
            influence[j] = dot(contrasts[j], scores);
        }
        for (int i = 0; i < influence.length; i++) {
            for (int j = 0; j < influence.length; j++) {
                matrix[i][j] += factor * (influence[i] * influence[j]);
            }
        }
    }

    /** CR3 leaves clusters out: every coefficient must have an estimate without each of them. */
    private void requireInverse(SymmetricEigen.Spectrum spectrum, int g) {
        boolean inverse = spec.adjustment() == Adjustment.CR3 || spec.adjustment() == Adjustment.CR3_JACKKNIFE;
        for (int e = 0; inverse && e < spectrum.values().length; e++) {
            for (int j = 0; 1 - spectrum.values()[e] <= ZERO && j < contrasts.length; j++) {
                double along = dot(spectrum.vectors()[e], contrasts[j]);
                if (along * along > APART * dot(contrasts[j], contrasts[j])) {
                    throw carried(full.solved().data().name(full.solved().fit().kept(full.at()[j])), g);
                }
            }
        }
    }

    private RuntimeException carried(String coefficient, int g) {
        return Diagnostic.error(
                        EstimateCode.ONE_CLUSTER_CARRIES,
                        "`" + coefficient + "` of spec `" + common.id() + "` cannot be estimated without cluster "
                                + (g + 1) + " of `" + spec.by().text() + "` (in ascending order)")
                .at(common.place())
                .hint("`vcov: " + spec.adjustment().id()
                        + "` estimates the model without each cluster in turn; absorb what only one cluster has, or use"
                        + " `vcov: cr2`")
                .toException();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
