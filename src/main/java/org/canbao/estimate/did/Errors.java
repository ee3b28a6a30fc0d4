package org.canbao.estimate.did;

import java.util.List;

/** Standard errors of targets. */
interface Errors {
    /** The standard error; NaN for what is zero by definition. */
    double stdError(Target target);

    /** The critical value of 95% intervals of some targets. */
    double critical(List<Target> targets);
}
