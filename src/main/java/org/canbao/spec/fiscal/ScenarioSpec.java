package org.canbao.spec.fiscal;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Text;

/**
 * A scenario. All amounts are yuan per person and year with at most two decimals.
 *
 * @param id its id
 * @param title its title
 * @param national the national standard, of which the centre pays a share; empty if cities say their amounts
 * @param groups the groups of persons, by id
 * @param provinces the provinces, by id
 * @param cities the cities, by id
 * @param flows persons who live in another city than that of their hukou
 * @param uniform the second version of money that follows the person: what the province of residence pays
 * @param risk risk adjustment
 * @param contribution own contributions as a share of income
 * @param sensitivity other values of what the rules leave open
 */
public record ScenarioSpec(
        String id,
        Text title,
        Optional<BigDecimal> national,
        Map<String, Group> groups,
        Map<String, Province> provinces,
        Map<String, City> cities,
        List<Flow> flows,
        Optional<Uniform> uniform,
        Optional<Risk> risk,
        Optional<Contribution> contribution,
        Sensitivity sensitivity) {
    public ScenarioSpec {
        groups = ordered(groups);
        provinces = ordered(provinces);
        cities = ordered(cities);
        flows = List.copyOf(flows);
    }

    /**
     * Persons with the same points.
     *
     * @param name what they are
     * @param points their points; zero if there is no risk adjustment
     * @param age their ages, in words; empty if not said
     * @param sex their sex, in words; empty if not said
     * @param health their health, in words; empty if not said
     */
    public record Group(Text name, BigDecimal points, String age, String sex, String health) {}

    /**
     * A province.
     *
     * @param name what it is called
     * @param centralShare the share of the national standard that the centre pays, in percent
     * @param region where it lies, for uniform rates
     */
    public record Province(Text name, Optional<BigDecimal> centralShare, Optional<String> region) {}

    /**
     * A city.
     *
     * @param name what it is called
     * @param province its province
     * @param standard its whole subsidy per person
     * @param subsidy what each level pays of it
     * @param members persons with its hukou who live and enrol there, by group
     * @param income income per head, if known
     * @param contribution what a member pays now, if known
     * @param place where it is declared
     */
    public record City(
            Text name,
            String province,
            BigDecimal standard,
            Map<Level, BigDecimal> subsidy,
            Map<String, Long> members,
            Optional<BigDecimal> income,
            Optional<BigDecimal> contribution,
            Place place) {
        public City {
            subsidy = Collections.unmodifiableMap(new EnumMap<>(subsidy));
            members = ordered(members);
        }
    }

    /** Persons with the hukou of one city who live in another, by group. */
    public record Flow(ColumnRef from, ColumnRef to, Map<String, Long> persons) {
        public Flow {
            persons = ordered(persons);
        }
    }

    /**
     * What the province of residence pays for a migrant, not less than for its own people.
     *
     * @param rates by the region that the migrant comes from
     * @param other from any other region
     */
    public record Uniform(Map<String, BigDecimal> rates, BigDecimal other) {
        public Uniform {
            rates = ordered(rates);
        }
    }

    /**
     * Risk adjustment.
     *
     * @param total the whole central subsidy in yuan; empty for what the centre pays now
     * @param points the points of all persons of the country; empty for those of the scenario
     * @param premium how much more points a migrant has, in percent
     */
    public record Risk(Optional<BigDecimal> total, Optional<BigDecimal> points, BigDecimal premium) {}

    /** Own contributions as a share of income per head, in percent. */
    public record Contribution(BigDecimal share) {}

    /**
     * Other values of what the rules leave open.
     *
     * @param uniform uniform rates for every region
     * @param premium premiums of migrants, in percent
     * @param share shares of income, in percent
     */
    public record Sensitivity(List<BigDecimal> uniform, List<BigDecimal> premium, List<BigDecimal> share) {
        /** None. */
        public static final Sensitivity NONE = new Sensitivity(List.of(), List.of(), List.of());

        public Sensitivity {
            uniform = List.copyOf(uniform);
            premium = List.copyOf(premium);
            share = List.copyOf(share);
        }
    }

    /** The city of that id, which is declared. */
    public City city(String city) {
        return declared(cities, city);
    }

    /** The province of that id, which is declared. */
    public Province province(String province) {
        return declared(provinces, province);
    }

    /** The group of that id, which is declared. */
    public Group group(String group) {
        return declared(groups, group);
    }

    /** The same with other rules. */
    public ScenarioSpec with(Optional<Uniform> otherUniform, Optional<Risk> otherRisk, Optional<Contribution> other) {
        return new ScenarioSpec(
                id, title, national, groups, provinces, cities, flows, otherUniform, otherRisk, other, sensitivity);
    }

    private static <T> T declared(Map<String, T> all, String id) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the reader lets no undeclared name pass: " + id);
        }
        return found;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
