package org.canbao.fiscal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.fiscal.ScenarioSpec;

/**
 * Persons whom a rule treats alike.
 *
 * @param hukou the city of their hukou
 * @param residence the city where they live
 * @param group their group
 * @param count how many
 */
public record Persons(String hukou, String residence, String group, long count) {
    /** Whether they live elsewhere than at their hukou. */
    public boolean migrants() {
        return !hukou.equals(residence);
    }

    /** The points of all of them; those of migrants with their premium. */
    BigDecimal points(ScenarioSpec scenario) {
        BigDecimal own = scenario.group(group).points().multiply(BigDecimal.valueOf(count));
        BigDecimal premium = scenario.risk().map(ScenarioSpec.Risk::premium).orElse(BigDecimal.ZERO);
        return migrants() ? own.add(own.multiply(premium).movePointLeft(2)) : own;
    }

    /** An amount per head for all of them. */
    BigDecimal times(BigDecimal perHead) {
        return perHead.multiply(BigDecimal.valueOf(count));
    }

    /** All persons of a scenario: those of each city, then those of each flow. */
    static List<Persons> of(ScenarioSpec scenario) {
        List<Persons> all = new ArrayList<>();
        scenario.cities()
                .forEach((city, spec) ->
                        spec.members().forEach((group, count) -> all.add(new Persons(city, city, group, count))));
        scenario.flows()
                .forEach(flow -> flow.persons()
                        .forEach((group, count) -> all.add(
                                new Persons(flow.from().name(), flow.to().name(), group, count))));
        return all;
    }
}
