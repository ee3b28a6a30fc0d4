package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.canbao.design.Design;
import org.canbao.diag.Diagnostic;
import org.canbao.math.Absorber;
import org.canbao.math.EffectRank;
import org.canbao.math.GroupIndex;
import org.canbao.math.MobilityGroups;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.CountFixedEffects;

/**
 * How many parameters a regression has, and how many of them count in K.
 *
 * <p>With k coefficients and effects j of L_j levels and s_j slope variables, fixest counts k + sum L_j (1 + s_j) + 1 - J,
 * J being the number of effects that have intercepts (an effect without counts L_j s_j only); without effects k. K is that
 * number, less the intercepts, L_j - 1 each, of effects that the convention leaves out. Counted exactly, the effects are
 * the rank of their columns, less the rank of those left out, which leave one parameter for the constant.
 *
 * <p>reghdfe (DoF.mata of version 6) counts all levels of the first effect, and of each other its levels less the most
 * groups in which it connects with one before it; of slopes, the levels within which they vary. Effects nested in a
 * cluster variable count one together, and then all others lose at least one level. That one, {@code constant}, does not
 * count in its degrees of freedom.
 *
 * @param all all parameters, as fixest counts them
 * @param counted K
 * @param constant what K has of effects that are nested in clusters
 */
public record ParameterCount(int all, int counted, int constant) {
    /** Range below which reghdfe takes a slope variable for constant within a level. */
    private static final double VARIES = 1e-6;

    /**
     * Counts.
     *
     * @throws org.canbao.diag.CanbaoException if an exact count would need too large a factor
     */
    static ParameterCount of(Design design, int k, SmallSampleSpec spec) {
        int all = k + ofEffects(design);
        List<Design.Effect> nested = design.clusters().isEmpty() ? List.of() : nested(design);
        boolean intercepts = design.effects().stream().anyMatch(ParameterCount::hasIntercepts);
        CountFixedEffects convention = spec.fixedEffects();
        if (convention == CountFixedEffects.REGHDFE && !design.effects().isEmpty()) {
            int constant = nested.isEmpty() ? 0 : 1;
            return new ParameterCount(all, k + asReghdfe(design, nested) + constant, constant);
        } else if (!intercepts) {
            return new ParameterCount(all, all, 0);
        } else if (convention == CountFixedEffects.NONE) {
            int free = design.effects().stream()
                    .filter(ParameterCount::hasIntercepts)
                    .mapToInt(effect -> levels(effect) - 1)
                    .sum();
            return new ParameterCount(all, all - free - 1, 0);
        }
        List<Design.Effect> leftOut = convention == CountFixedEffects.FULL ? List.of() : nested;
        if (spec.exact()) {
            int apart = leftOut.isEmpty() ? 0 : rank(leftOut) - 1;
            return new ParameterCount(all, k + rank(design.effects()) - apart, 0);
        }
        int free = leftOut.stream().mapToInt(effect -> levels(effect) - 1).sum();
        return new ParameterCount(all, all - Math.min(free, all - (k + 1)), 0);
    }

    /** All identified parameters; empty where counting them takes long. */
    static OptionalInt identified(Design design, int k) {
        OptionalInt rank = EffectRank.of(effects(design.effects()), FEW);
        return rank.isPresent() ? OptionalInt.of(k + rank.getAsInt()) : OptionalInt.empty();
    }

    /** Columns beside the largest effect that are always worth a factor. */
    private static final int FEW = 60;

    private static int rank(List<Design.Effect> effects) {
        OptionalInt rank = EffectRank.of(effects(effects), EffectRank.MOST);
        return rank.orElseThrow(() -> Diagnostic.error(
                        EstimateCode.TOO_MANY_TO_COUNT,
                        "the effects have too many levels for an exact count of their parameters")
                .hint("beside the effect with the most levels, the others may have " + EffectRank.MOST
                        + " levels and slopes in all, unless there are just two effects without slopes")
                .hint("use `small_sample: {k_exact: false}`, or the profile `reghdfe` or `fixest`")
                .toException());
    }

    private static List<Absorber.Effect> effects(List<Design.Effect> effects) {
        return effects.stream().map(Design.Effect::effect).toList();
    }

    private static List<Design.Effect> nested(Design design) {
        return design.effects().stream()
                .filter(ParameterCount::hasIntercepts)
                .filter(effect -> design.clusters().stream()
                        .anyMatch(cluster -> effect.effect().groups().nestedIn(cluster.groups())))
                .toList();
    }

    private static int ofEffects(Design design) {
        if (design.effects().isEmpty()) {
            return 0;
        }
        int sum = 1;
        for (Design.Effect effect : design.effects()) {
            int slopes = effect.effect().slopes().size();
            sum += levels(effect) * (slopes + (hasIntercepts(effect) ? 1 : 0));
            sum -= hasIntercepts(effect) ? 1 : 0;
        }
        return sum;
    }

    private static int asReghdfe(Design design, List<Design.Effect> nested) {
        int count = 0;
        List<GroupIndex> before = new ArrayList<>();
        for (Design.Effect effect : design.effects()) {
            GroupIndex groups = effect.effect().groups();
            if (hasIntercepts(effect) && !nested.contains(effect)) {
                int redundant = before.isEmpty() && nested.isEmpty() ? 0 : 1;
                for (GroupIndex other : before) {
                    redundant = Math.max(redundant, MobilityGroups.count(other, groups));
                }
                count += groups.groups() - redundant;
                before.add(groups);
            }
            for (double[] slope : effect.effect().slopes()) {
                count += varying(groups, slope, hasIntercepts(effect));
            }
        }
        return count;
    }

    /** The levels within which a slope variable varies, or without intercepts is not zero. */
    private static int varying(GroupIndex groups, double[] slope, boolean intercepts) {
        double[] least = new double[groups.groups()];
        double[] most = new double[groups.groups()];
        Arrays.fill(least, intercepts ? Double.POSITIVE_INFINITY : 0);
        Arrays.fill(most, intercepts ? Double.NEGATIVE_INFINITY : 0);
        for (int cell = 0; cell < slope.length; cell++) {
            int level = groups.code(cell);
            least[level] = Math.min(least[level], slope[cell]);
            most[level] = Math.max(most[level], slope[cell]);
        }
        int varying = 0;
        for (int level = 0; level < least.length; level++) {
            varying += most[level] - least[level] > VARIES ? 1 : 0;
        }
        return varying;
    }

    private static boolean hasIntercepts(Design.Effect effect) {
        return effect.effect().intercepts();
    }

    private static int levels(Design.Effect effect) {
        return effect.effect().groups().groups();
    }
}
