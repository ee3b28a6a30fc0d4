package org.canbao.yaml;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec.City;
import org.canbao.spec.fiscal.ScenarioSpec.Province;

/** Reads a city of a scenario. */
final class CityReader {
    static final KeySet KEYS = KeySet.of(
            "a city",
            "name",
            "what it is called, in one language or {en, zh}; its id by default",
            "province",
            "its province",
            "standard",
            "the whole subsidy per person and year in yuan; the national standard by default",
            "central",
            "what the centre pays of it; its share of the national standard by default",
            "provincial",
            "what the province pays",
            "local",
            "what the city, its districts and counties pay; the rest of the standard by default",
            "members",
            "persons with its hukou who live there, or how many by group; none by default",
            "income",
            "income per head in yuan and year, for contributions",
            "contribution",
            "what a member pays now, in yuan and year");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, Province> provinces;
    private final Set<String> declared;
    private final Optional<BigDecimal> national;
    private final Set<String> groups;
    private final Problems problems;

    /**
     * A reader of cities.
     *
     * @param provinces the provinces that could be read
     * @param declared the names of all provinces
     */
    CityReader(
            Map<String, Province> provinces,
            Set<String> declared,
            Optional<BigDecimal> national,
            Set<String> groups,
            Problems problems) {
        this.provinces = provinces;
        this.declared = declared;
        this.national = national;
        this.groups = groups;
        this.problems = problems;
    }

    /** The city; empty if findings were collected. */
    Optional<City> read(Located.Scalar id, Located.Mapping mapping) {
        Fields fields = new Fields(mapping, KEYS, problems, id.place());
        Text name = fields.optional("name", Values::bilingual).orElse(Text.of(id.value()));
        Optional<ColumnRef> province = fields.required(
                "province", node -> Declared.named(Values.scalar(node, "the id of a province"), "province", declared));
        Optional<BigDecimal> standard =
                fields.optional("standard", Amounts::yuan).or(() -> national);
        Optional<BigDecimal> central =
                fields.optional("central", Amounts::yuan).or(() -> province.flatMap(p -> sharePaid(fields, p)));
        Optional<BigDecimal> provincial = fields.required("provincial", Amounts::yuan);
        Optional<BigDecimal> local = fields.optional("local", Amounts::yuan);
        Map<String, Long> members = fields.optional("members", node -> Amounts.persons(node, groups))
                .orElse(Map.of());
        Optional<BigDecimal> income = fields.optional("income", Amounts::yuan);
        Optional<BigDecimal> contribution = fields.optional("contribution", Amounts::yuan);
        if (fields.failed() || !complete(fields, standard, central)) {
            return Optional.empty();
        }
        Map<Level, BigDecimal> subsidy = new EnumMap<>(Level.class);
        subsidy.put(Level.CENTRAL, central.orElseThrow());
        subsidy.put(Level.PROVINCE, provincial.orElseThrow());
        BigDecimal rest = standard.orElseThrow().subtract(central.orElseThrow()).subtract(provincial.orElseThrow());
        subsidy.put(Level.CITY, local.orElse(rest));
        if (!sumsUp(fields, standard.orElseThrow(), subsidy)) {
            return Optional.empty();
        }
        return Optional.of(new City(
                name,
                province.orElseThrow().name(),
                standard.orElseThrow(),
                subsidy,
                members,
                income,
                contribution,
                id.place()));
    }

    /** The centre's share of the national standard; a finding if it is no whole number of cents. */
    private Optional<BigDecimal> sharePaid(Fields fields, ColumnRef province) {
        Optional<BigDecimal> share =
                Optional.ofNullable(provinces.get(province.name())).flatMap(Province::centralShare);
        if (share.isEmpty() || national.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal paid = share.get().multiply(national.get()).divide(HUNDRED).stripTrailingZeros();
        if (paid.scale() > 2) {
            fields.report(Diagnostic.error(
                            YamlCode.CONFLICT,
                            share.get() + "% of " + national.get() + " is " + paid.toPlainString()
                                    + ", which is no whole number of cents")
                    .at(fields.place())
                    .hint("say what the centre pays with `central`")
                    .toException());
        }
        return Optional.of(paid);
    }

    private static boolean complete(Fields fields, Optional<BigDecimal> standard, Optional<BigDecimal> central) {
        if (standard.isPresent() && central.isPresent()) {
            return true;
        }
        String missing = standard.isEmpty() ? "standard" : "central";
        fields.report(Diagnostic.error(YamlCode.MISSING_KEY, "key `" + missing + "` is missing in a city")
                .at(fields.place())
                .hint(
                        standard.isEmpty()
                                ? "`standard`, or `national` of the scenario"
                                : "`central`, or `central_share` of the province and `national` of the scenario")
                .toException());
        return false;
    }

    private static boolean sumsUp(Fields fields, BigDecimal standard, Map<Level, BigDecimal> subsidy) {
        BigDecimal sum = subsidy.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean negative = subsidy.getOrDefault(Level.CITY, BigDecimal.ZERO).signum() < 0;
        if (sum.compareTo(standard) == 0 && !negative) {
            return true;
        }
        String parts =
                subsidy.get(Level.CENTRAL) + " + " + subsidy.get(Level.PROVINCE) + " + " + subsidy.get(Level.CITY);
        fields.report(Diagnostic.error(
                        YamlCode.CONFLICT,
                        "what the levels pay is not the standard: " + parts + " = " + sum.toPlainString() + ", not "
                                + standard.toPlainString())
                .at(fields.place())
                .hint("central + provincial + local must be the standard, and none may be negative")
                .toException());
        return false;
    }
}
