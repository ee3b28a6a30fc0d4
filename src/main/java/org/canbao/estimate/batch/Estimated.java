package org.canbao.estimate.batch;

import java.util.List;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;

/**
 * What a regression of a batch gave.
 *
 * @param coefficients the kept coefficients, in the order of the formula
 * @param dropped regressors left out, and why
 * @param n rows used
 */
public record Estimated(List<Coefficient> coefficients, List<Fit.Dropped> dropped, long n) {
    public Estimated {
        coefficients = List.copyOf(coefficients);
        dropped = List.copyOf(dropped);
    }
}
