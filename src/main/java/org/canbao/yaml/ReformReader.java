package org.canbao.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Problems;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.spec.fiscal.ScenarioSpec.Province;

/** Reads the reforms of a scenario. */
final class ReformReader {
    static final KeySet RISK = KeySet.of(
            "risk adjustment",
            "total",
            "the whole central subsidy in yuan; what the centre pays now by default",
            "points",
            "the points of all persons of the country; those of the scenario by default",
            "premium",
            "how many percent more points a migrant has; 0 by default");

    static final KeySet CONTRIBUTION =
            KeySet.of("contributions", "share", "what a member pays, in percent of income per head");

    static final KeySet SENSITIVITY = KeySet.of(
            "sensitivity",
            "uniform",
            "uniform rates in yuan, for every region",
            "premium",
            "premiums of migrants in percent",
            "share",
            "shares of income in percent");

    private static final String OTHER = "other";

    private final Set<String> regions = new LinkedHashSet<>();
    private final Problems problems;

    ReformReader(Map<String, Province> provinces, Problems problems) {
        provinces.values().forEach(p -> p.region().ifPresent(regions::add));
        this.problems = problems;
    }

    /** Uniform rates: one amount, or amounts by region. */
    ScenarioSpec.Uniform uniform(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return new ScenarioSpec.Uniform(Map.of(), Amounts.yuan(node));
        }
        Set<String> known = new LinkedHashSet<>(regions);
        known.add(OTHER);
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (Located.Entry entry : mapping.entries()) {
            Declared.named(entry.key(), "region", known);
            rates.put(entry.name(), Amounts.yuan(entry.value()));
        }
        BigDecimal other = Optional.ofNullable(rates.remove(OTHER)).orElse(BigDecimal.ZERO);
        return new ScenarioSpec.Uniform(rates, other);
    }

    /** Risk adjustment. */
    ScenarioSpec.Risk risk(Located node) {
        Fields fields = fields(node, RISK);
        return new ScenarioSpec.Risk(
                fields.optional("total", Amounts::yuan),
                fields.optional("points", Amounts::notNegative),
                fields.optional("premium", Amounts::notNegative).orElse(BigDecimal.ZERO));
    }

    /** Contributions. */
    ScenarioSpec.Contribution contribution(Located node) {
        return new ScenarioSpec.Contribution(
                fields(node, CONTRIBUTION).required("share", Amounts::percent).orElse(BigDecimal.ZERO));
    }

    /** Other values. */
    ScenarioSpec.Sensitivity sensitivity(Located node) {
        Fields fields = fields(node, SENSITIVITY);
        return new ScenarioSpec.Sensitivity(
                fields.optional("uniform", n -> Values.oneOrMore(n, Amounts::yuan))
                        .orElse(List.of()),
                fields.optional("premium", n -> Values.oneOrMore(n, Amounts::notNegative))
                        .orElse(List.of()),
                fields.optional("share", n -> Values.oneOrMore(n, Amounts::percent))
                        .orElse(List.of()));
    }

    private Fields fields(Located node, KeySet keys) {
        return new Fields(
                Values.mapping(node, "a mapping of " + String.join(", ", keys.keys())), keys, problems, node.place());
    }
}
