package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.diag.Diagnostic;
import org.canbao.math.GroupIndex;
import org.canbao.spec.ModelSpec;

/**
 * A solution as cluster by cluster algebra needs it: with the effects that cut across clusters as columns of their own,
 * one per level and slope. Effects nested in clusters stay absorbed, which changes nothing: within its cluster such a
 * dummy is orthogonal to every absorbed column, and elsewhere it is zero (Pustejovsky and Tipton 2018, theorem 2).
 *
 * @param solved the same estimates, with further columns
 * @param at where each coefficient of the original solution stands among those of {@code solved}
 */
record FullDesign(Solved solved, int[] at) {
    /** How many columns may be made. */
    static final int MOST = 250;

    /**
     * Makes the columns.
     *
     * @throws org.canbao.diag.CanbaoException if there are more than {@value #MOST}, or if they hardly leave anything of
     *     a regressor
     */
    static FullDesign of(Solved solved, GroupIndex clusters, ModelSpec.Common common) {
        Partialled data = solved.data();
        List<Design.Effect> nested = new ArrayList<>();
        List<Regressor> columns = new ArrayList<>();
        boolean constant = data.design().intercept();
        for (Design.Effect effect : data.design().effects()) {
            if (effect.effect().groups().nestedIn(clusters)) {
                nested.add(effect);
            } else {
                requireFew(columns.size() + columns(effect), effect, common);
                columns.addAll(dummies(effect));
                constant |= effect.effect().intercepts();
            }
        }
        if (columns.isEmpty()) {
            return new FullDesign(solved, identity(solved.fit().size()));
        }
        int first = columns.size();
        columns.addAll(data.regressors());
        boolean ones = constant && nested.isEmpty();
        Design full = data.design().with(columns, ones, nested);
        Solved again = Solved.of(Partialled.of(full, clusters, 1));
        return new FullDesign(again, positions(solved, again, first + (ones ? 1 : 0), common));
    }

    /** What estimates coefficient {@code j}: its weights on the columns of the solution, an intercept being uncentred. */
    double[] contrast(int j) {
        double[] contrast = new double[solved.fit().size()];
        contrast[at[j]] = 1;
        if (solved.data().isIntercept(solved.fit().kept(at[j]))) {
            for (int l = 0; l < contrast.length; l++) {
                contrast[l] = l == at[j] ? 1 : -solved.data().mean(solved.fit().kept(l));
            }
        }
        return contrast;
    }

    private static int columns(Design.Effect effect) {
        int each = effect.effect().slopes().size() + (effect.effect().intercepts() ? 1 : 0);
        return Math.multiplyExact(effect.effect().groups().groups(), each);
    }

    private static List<Regressor> dummies(Design.Effect effect) {
        GroupIndex groups = effect.effect().groups();
        List<Regressor> dummies = new ArrayList<>();
        for (int l = 0; l < groups.groups(); l++) {
            int level = l;
            String name = effect.text() + "::" + level;
            if (effect.effect().intercepts()) {
                dummies.add(Regressor.ofFactor(name, cell -> groups.code(cell) == level ? 1 : 0));
            }
            for (double[] slope : effect.effect().slopes()) {
                dummies.add(Regressor.ofFactor(name, cell -> groups.code(cell) == level ? slope[cell] : 0));
            }
        }
        return dummies;
    }

    private static void requireFew(int columns, Design.Effect effect, ModelSpec.Common common) {
        if (columns > MOST) {
            throw Diagnostic.error(
                            EstimateCode.TOO_MANY_LEVELS,
                            "the effect `" + effect.text() + "` of spec `" + common.id() + "` cuts across clusters and"
                                    + " has too many levels for cluster by cluster algebra")
                    .at(common.place())
                    .hint("effects that are not nested in clusters may have " + MOST + " levels and slopes in all")
                    .hint("use `vcov: cluster`, or cluster so that the effect is nested")
                    .toException();
        }
    }

    private static int[] positions(Solved solved, Solved full, int first, ModelSpec.Common common) {
        int[] at = new int[solved.fit().size()];
        for (int j = 0; j < at.length; j++) {
            at[j] = full.fit().indexOf(first + solved.fit().kept(j));
            if (at[j] < 0) {
                throw Diagnostic.error(
                                EstimateCode.HARDLY_VARIES,
                                "`" + solved.data().name(solved.fit().kept(j)) + "` of spec `" + common.id()
                                        + "` varies too little beside the effects that cut across clusters")
                        .at(common.place())
                        .hint("use `vcov: cluster`, or leave the regressor out")
                        .toException();
            }
        }
        return at;
    }

    private static int[] identity(int size) {
        int[] at = new int[size];
        for (int j = 0; j < size; j++) {
            at[j] = j;
        }
        return at;
    }
}
