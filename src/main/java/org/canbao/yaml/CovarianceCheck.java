package org.canbao.yaml;

import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;

/** Covariances that only least squares has. */
final class CovarianceCheck {
    private CovarianceCheck() {}

    /** Reports one of clubSandwich's covariances, which are derived for least squares alone. */
    static void check(Fields fields, Optional<ModelSpec.Common> common, String model) {
        if (common.isPresent() && common.get().vcov() instanceof VcovSpec.ClusterRobust robust) {
            fields.report(
                    "vcov",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "`vcov: " + robust.adjustment().id() + "` is not there for model `" + model + "`")
                            .hint("use `vcov: cluster`, or hc0 to hc3, or iid"));
        }
    }
}
