package org.canbao.fiscal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;

/** The rules that pay an amount per head. The city of enrolment pays what is left of its standard, not less than nothing. */
enum PerHeadRule implements SharingRule {
    /** Everybody is enrolled at the hukou, and each level pays what it pays there. */
    CURRENT(new Text("At the hukou, as today", "户籍地参保（现行）"), new Text("Today", "现行")) {
        @Override
        Share share(ScenarioSpec scenario, Persons persons) {
            return own(scenario, persons, persons.hukou());
        }
    },
    /** Everybody is enrolled where he lives, and each level pays what it pays for the people of that city. */
    RESIDENCE(new Text("At the residence, present sharing", "常住地参保（现行分担）"), new Text("Residence", "常住地")) {
        @Override
        Share share(ScenarioSpec scenario, Persons persons) {
            return own(scenario, persons, persons.residence());
        }

        @Override
        public boolean keepsCentralTotal(ScenarioSpec scenario) {
            return false;
        }
    },
    /** The centre pays what it pays at the hukou; the province of residence the rate of the province of the hukou. */
    FOLLOWS_RATE(
            new Text("Money follows the person, rate of the hukou", "钱随人走（按户籍地标准）"), new Text("Follows, rate", "随人走")) {
        @Override
        Share share(ScenarioSpec scenario, Persons persons) {
            return following(scenario, persons, rate(scenario, persons.hukou(), Level.PROVINCE));
        }
    },
    /** The centre pays what it pays at the hukou; the province of residence a uniform rate, not below that for its own. */
    FOLLOWS_UNIFORM(
            new Text("Money follows the person, uniform rate", "钱随人走（统一标准）"), new Text("Follows, uniform", "随人走（统一）")) {
        @Override
        Share share(ScenarioSpec scenario, Persons persons) {
            return following(scenario, persons, uniform(scenario, persons));
        }
    };

    private final Text text;
    private final Text brief;

    PerHeadRule(Text text, Text brief) {
        this.text = text;
        this.brief = brief;
    }

    abstract Share share(ScenarioSpec scenario, Persons persons);

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Text title() {
        return text;
    }

    @Override
    public Text brief() {
        return brief;
    }

    @Override
    public List<Share> shares(ScenarioSpec scenario, List<Persons> persons) {
        return persons.stream().map(p -> share(scenario, p)).toList();
    }

    @Override
    public boolean keepsCentralTotal(ScenarioSpec scenario) {
        return true;
    }

    private static Share own(ScenarioSpec scenario, Persons persons, String city) {
        return new Share(
                persons,
                city,
                persons.times(rate(scenario, city, Level.CENTRAL)),
                persons.times(rate(scenario, city, Level.PROVINCE)),
                persons.times(rate(scenario, city, Level.CITY)));
    }

    private static Share following(ScenarioSpec scenario, Persons persons, BigDecimal provincial) {
        if (!persons.migrants()) {
            return own(scenario, persons, persons.residence());
        }
        BigDecimal central = rate(scenario, persons.hukou(), Level.CENTRAL);
        BigDecimal rest = scenario.city(persons.residence())
                .standard()
                .subtract(central)
                .subtract(provincial)
                .max(BigDecimal.ZERO);
        return new Share(
                persons, persons.residence(), persons.times(central), persons.times(provincial), persons.times(rest));
    }

    private static BigDecimal uniform(ScenarioSpec scenario, Persons persons) {
        BigDecimal least = rate(scenario, persons.residence(), Level.PROVINCE);
        return scenario.uniform()
                .map(uniform -> scenario.province(scenario.city(persons.hukou()).province())
                        .region()
                        .map(region -> uniform.rates().getOrDefault(region, uniform.other()))
                        .orElse(uniform.other())
                        .max(least))
                .orElse(least);
    }

    private static BigDecimal rate(ScenarioSpec scenario, String city, Level level) {
        return scenario.city(city).subsidy().getOrDefault(level, BigDecimal.ZERO);
    }
}
