package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.GroupIndex;
import org.canbao.math.LinearFit;

/** Sums of the scores w x e over groups of rows: one row per group, one column per kept coefficient. */
public final class Scores {
    private Scores() {}

    /** The scores summed by the groups for which the design's within-cell products were summed. */
    public static double[][] byGroup(Solved solved, GroupIndex groups) {
        Partialled data = solved.data();
        LinearFit fit = solved.fit();
        double[][] scores = new double[groups.groups()][fit.size()];
        double[] weights = data.design().weights();
        for (int j = 0; j < fit.size(); j++) {
            double[] x = data.x(fit.kept(j));
            for (int cell = 0; cell < x.length; cell++) {
                scores[groups.code(cell)][j] += weights[cell] * x[cell] * solved.residual(cell);
            }
            addWithin(scores, j, data, fit);
        }
        return scores;
    }

    /** The weighted products of a column with the outcome, summed by the groups for which those within cells were. */
    static double[] products(Partialled data, int column, GroupIndex groups) {
        double[] weights = data.design().weights();
        double[] x = data.x(column);
        double[] y = data.y();
        double[][] sums = new double[groups.groups()][1];
        for (int cell = 0; cell < x.length; cell++) {
            sums[groups.code(cell)][0] += weights[cell] * x[cell] * y[cell];
        }
        add(sums, 0, 1, data.within().byGroup(column, data.size()));
        return Arrays.stream(sums).mapToDouble(sum -> sum[0]).toArray();
    }

    /** Adds, for each group, the cross-products of column j with the residuals about their cell means. */
    private static void addWithin(double[][] scores, int j, Partialled data, LinearFit fit) {
        add(scores, j, 1, data.within().byGroup(fit.kept(j), data.size()));
        for (int l = 0; l < fit.size(); l++) {
            add(scores, j, -fit.coefficient(l), data.within().byGroup(fit.kept(j), fit.kept(l)));
        }
    }

    private static void add(double[][] scores, int j, double scale, double[] byGroup) {
        for (int g = 0; g < byGroup.length; g++) {
            scores[g][j] += scale * byGroup[g];
        }
    }

    /** Adds up groups of a finer index to those of a coarser one, to which {@code home} leads. */
    static double[][] coarser(double[][] scores, GroupIndex home) {
        double[][] sums = new double[home.groups()][scores.length == 0 ? 0 : scores[0].length];
        for (int g = 0; g < scores.length; g++) {
            double[] sum = sums[home.code(g)];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += scores[g][j];
            }
        }
        return sums;
    }
}
