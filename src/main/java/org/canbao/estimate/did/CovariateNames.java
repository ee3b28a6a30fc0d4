package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import org.canbao.math.LinearFit;

/** The names of covariates, the intercept first, and what is said where they are collinear. */
record CovariateNames(List<String> names) {
    CovariateNames {
        names = List.copyOf(names);
    }

    /** Refuses a solution that leaves columns out. */
    void requireFull(LinearFit fit, String where) {
        if (fit.leftOut().isEmpty()) {
            return;
        }
        LinearFit.LeftOut first = fit.leftOut().get(0);
        List<String> with = new ArrayList<>();
        first.with().keySet().forEach(column -> with.add("`" + names.get(column) + "`"));
        throw new NotEstimable("covariate `" + names.get(first.column()) + "` "
                + (with.isEmpty() ? "is zero" : "is collinear with " + String.join(", ", with)) + " among " + where);
    }
}
