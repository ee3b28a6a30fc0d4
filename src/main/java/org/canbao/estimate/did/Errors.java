package org.canbao.estimate.did;

import java.util.List;
import org.canbao.estimate.Student;

/** Standard errors of targets. */
interface Errors {
    /** The standard error; NaN for what is zero by definition, and for what has none. */
    double stdError(Target target);

    /** The critical value of 95% intervals of some targets. */
    double critical(List<Target> targets);

    /** The distribution of tests, and of intervals that hold one by one. */
    Student distribution();

    /** The covariance of targets, by rows; NaN for what has none. */
    List<List<Double>> covariance(List<Target> targets);

    /** What the standard errors are called in results. */
    String name();

    /** What sums of squares are multiplied with. */
    default double factor() {
        return 1;
    }

    /** How many independent pieces the covariance sums. */
    int pieces();
}
