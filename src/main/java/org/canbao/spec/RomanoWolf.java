package org.canbao.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Several tests as one family (Romano and Wolf 2005): the p-values of one coefficient in several regressions, adjusted so
 * that the chance of any false rejection among them is held.
 *
 * @param common that of the first regression, under the id of the family
 * @param family the regressions
 * @param coefficient the coefficient that is tested in each
 * @param bootstrap how draws are made
 * @param type whether wild draws impose the null hypotheses
 * @param weights what multiplies the residuals of a cluster in wild draws
 * @param draws how many
 * @param seed of the draws
 */
public record RomanoWolf(
        Common common,
        List<Ols> family,
        String coefficient,
        Bootstrap bootstrap,
        WildBootstrapSpec.Type type,
        WildBootstrapSpec.Weights weights,
        int draws,
        long seed)
        implements ModelSpec {
    public RomanoWolf {
        family = List.copyOf(family);
    }

    /** How draws are made. */
    public enum Bootstrap {
        /** Residuals of a cluster times one weight, the same in all regressions. */
        WILD,
        /** Clusters drawn with replacement, the same in all regressions. */
        PAIRS
    }

    @Override
    public String model() {
        return "romano-wolf";
    }

    @Override
    public UsedColumns columns() {
        UsedColumns all = UsedColumns.none();
        for (Ols regression : family) {
            all = all.and(regression.columns())
                    .cells(regression.common().vcov().clusters().stream()
                            .flatMap(term -> term.columns().stream())
                            .toList())
                    .rows(regression.common().weights().stream().toList());
        }
        return all;
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(seed);
    }

    /** The names of the tests: outcomes if they differ, otherwise ids of specs if those differ, otherwise numbers. */
    public List<String> names() {
        List<String> outcomes =
                family.stream().map(one -> one.formula().outcome().text()).toList();
        List<String> ids = family.stream().map(one -> one.common().id()).toList();
        return distinct(outcomes)
                .or(() -> distinct(ids))
                .orElseGet(() -> IntStream.rangeClosed(1, family.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private static Optional<List<String>> distinct(List<String> names) {
        return names.stream().distinct().count() == names.size() ? Optional.of(names) : Optional.empty();
    }
}
