package org.canbao.fiscal;

import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.fiscal.ScenarioSpec;

/**
 * A scenario under every rule that it has the numbers for: as today, at the residence with the sharing of today, money that
 * follows the person in both versions, risk adjustment.
 *
 * @param scenario the scenario
 * @param budgets what each rule makes everybody pay, today first
 */
public record Fiscal(ScenarioSpec scenario, List<Budget> budgets) {
    public Fiscal {
        budgets = List.copyOf(budgets);
    }

    /**
     * Computes a scenario.
     *
     * @throws org.canbao.diag.CanbaoException if there are no points to divide by
     */
    public static Fiscal of(ScenarioSpec scenario) {
        List<SharingRule> rules =
                new ArrayList<>(List.of(PerHeadRule.CURRENT, PerHeadRule.RESIDENCE, PerHeadRule.FOLLOWS_RATE));
        scenario.uniform().ifPresent(u -> rules.add(PerHeadRule.FOLLOWS_UNIFORM));
        scenario.risk().ifPresent(r -> rules.add(new RiskAdjustment()));
        return new Fiscal(
                scenario, rules.stream().map(rule -> Budget.of(rule, scenario)).toList());
    }

    /** What everybody pays today. */
    public Budget today() {
        return budgets.get(0);
    }
}
