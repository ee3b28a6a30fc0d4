package org.canbao.estimate.batch;

import java.util.List;
import org.canbao.spec.ModelSpec;

/**
 * A regression of a batch.
 *
 * @param spec the regression, without a bootstrap
 * @param names what the coefficient of each term of its formula is called, in their order; of a term with {@code i()}, whose
 *     coefficients have names of their own, the name does not count
 */
public record Member(ModelSpec.Ols spec, List<String> names) {
    public Member {
        names = List.copyOf(names);
        if (spec.wildBootstrap().isPresent()) {
            throw new IllegalArgumentException("a bootstrap needs a regression of its own");
        }
        if (names.size() != spec.formula().terms().size()) {
            throw new IllegalArgumentException("one name per term");
        }
    }
}
