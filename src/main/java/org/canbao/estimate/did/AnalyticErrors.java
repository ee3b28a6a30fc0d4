package org.canbao.estimate.did;

import java.util.List;
import org.canbao.estimate.Student;

/** The root of the sum of squared influence, and pointwise normal intervals. */
record AnalyticErrors(Scores scores) implements Errors {
    @Override
    public double stdError(Target target) {
        double variance = scores.variance(target);
        return variance > 0 ? Math.sqrt(variance) : Double.NaN;
    }

    @Override
    public double critical(List<Target> targets) {
        return Student.NORMAL.critical();
    }

    @Override
    public Student distribution() {
        return Student.NORMAL;
    }

    @Override
    public List<List<Double>> covariance(List<Target> targets) {
        return scores.covariance(targets);
    }

    @Override
    public String name() {
        return "influence";
    }

    @Override
    public int pieces() {
        return scores.length();
    }
}
