package org.canbao.estimate.did;

import java.util.List;
import org.canbao.estimate.Student;

/**
 * Standard errors of a multiplier bootstrap; covariances are those of influence.
 *
 * @param bootstrap the draws
 * @param uniform whether intervals hold for all targets of a list together; where their critical value would be below the
 *     normal one, that is taken
 * @param influence what is drawn from
 */
record BootstrapErrors(MultiplierBootstrap bootstrap, boolean uniform, AnalyticErrors influence) implements Errors {
    @Override
    public double stdError(Target target) {
        double error = MultiplierBootstrap.stdError(bootstrap.of(target));
        return error > 0 ? error : Double.NaN;
    }

    @Override
    public double critical(List<Target> targets) {
        double pointwise = distribution().critical();
        if (!uniform || targets.isEmpty()) {
            return pointwise;
        }
        double[][] draws = targets.stream().map(bootstrap::of).toArray(double[][]::new);
        double critical = MultiplierBootstrap.critical(draws);
        return critical >= pointwise ? critical : pointwise;
    }

    @Override
    public Student distribution() {
        return influence.distribution();
    }

    @Override
    public List<List<Double>> covariance(List<Target> targets) {
        return influence.covariance(targets);
    }

    @Override
    public String name() {
        return "multiplier-bootstrap";
    }

    @Override
    public int pieces() {
        return influence.pieces();
    }
}
