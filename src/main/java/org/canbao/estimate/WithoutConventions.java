package org.canbao.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.spec.Bacon;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.HonestDid;
import org.canbao.spec.Imputation;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Randomization;
import org.canbao.spec.RdDensity;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdPlot;
import org.canbao.spec.RdRandomization;
import org.canbao.spec.RdRobustness;
import org.canbao.spec.RomanoWolf;
import org.canbao.spec.TwfeWeights;

/** Why some models have no small-sample conventions to compare, and what to ask instead. */
final class WithoutConventions {
    private static final String DRAWS = "its p-values come from draws and not from a covariance";
    private static final String DECOMPOSITION = "it takes an estimate apart and has no standard errors";
    private static final Map<Class<? extends ModelSpec>, String> WHY = reasons();

    private WithoutConventions() {}

    /** One sentence. */
    static String why(ModelSpec spec) {
        return WHY.getOrDefault(spec.getClass(), "it has no covariance of a regression's coefficients");
    }

    private static Map<Class<? extends ModelSpec>, String> reasons() {
        Map<Class<? extends ModelSpec>, String> why = new LinkedHashMap<>();
        why.put(
                CallawaySantanna.class,
                "its variance sums squared influence, without a factor, in every program, and the distribution is"
                        + " normal; `cluster_influence: mean` gives the errors of did before 2.5, `inference: bootstrap`"
                        + " drawn ones");
        why.put(
                Imputation.class,
                "its variance sums squared residuals about averages by cohort and event time, without a factor, and the"
                        + " distribution is normal");
        why.put(
                RdLocalSpec.class,
                "its variance comes from nearest neighbours or plugged-in residuals, without a factor for parameters;"
                        + " `vcov` chooses which");
        why.put(RdDensity.class, "its variance is that of an estimated distribution function");
        why.put(RdPlot.class, "it has intervals of means by bin and no coefficients");
        why.put(RdRobustness.class, "it repeats another spec: explain that one");
        why.put(HonestDid.class, "it builds on the covariance of another spec: explain that one");
        why.put(Bacon.class, DECOMPOSITION);
        why.put(TwfeWeights.class, DECOMPOSITION);
        why.put(RdRandomization.class, DRAWS);
        why.put(Randomization.class, DRAWS);
        why.put(RomanoWolf.class, DRAWS);
        why.put(GroupDifference.class, DRAWS);
        return why;
    }
}
