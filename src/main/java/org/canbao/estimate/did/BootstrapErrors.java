package org.canbao.estimate.did;

import java.util.List;

/**
 * Standard errors of a multiplier bootstrap.
 *
 * @param bootstrap the draws
 * @param uniform whether intervals hold for all targets of a list together; where their critical value would be below the
 *     normal one, that is taken
 */
record BootstrapErrors(MultiplierBootstrap bootstrap, boolean uniform) implements Errors {
    @Override
    public double stdError(Target target) {
        double error = MultiplierBootstrap.stdError(bootstrap.of(target));
        return error > 0 ? error : Double.NaN;
    }

    @Override
    public double critical(List<Target> targets) {
        if (!uniform || targets.isEmpty()) {
            return Normal.CRITICAL;
        }
        double[][] draws = targets.stream().map(bootstrap::of).toArray(double[][]::new);
        double critical = MultiplierBootstrap.critical(draws);
        return critical >= Normal.CRITICAL ? critical : Normal.CRITICAL;
    }
}
