package org.canbao.yaml;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.spec.fiscal.ScenarioSpec.City;
import org.canbao.spec.fiscal.ScenarioSpec.Flow;
import org.canbao.spec.fiscal.ScenarioSpec.Group;
import org.canbao.spec.fiscal.ScenarioSpec.Province;

/** Reads a scenario of who subsidises whom: everything that is wrong is reported at once. */
public final class ScenarioReader {
    /** The group of scenarios that declare none. */
    private static final String EVERYBODY = "all";

    static final KeySet KEYS = KeySet.of(
            "a scenario",
            "scenario",
            "its id, which is also its folder under --out",
            "title",
            "its title, in one language or {en, zh}",
            "national",
            "the national standard in yuan per person and year, of which the centre pays a share",
            "groups",
            "groups of persons with the same points; one group `all` by default",
            "provinces",
            "the provinces, by id",
            "cities",
            "the cities, by id",
            "flows",
            "persons who live in another city than that of their hukou",
            "uniform",
            "what the province of residence pays for a migrant: yuan, by region of origin or `other`",
            "risk",
            "risk adjustment",
            "contribution",
            "own contributions as a share of income",
            "sensitivity",
            "other values of what the rules leave open");

    static final KeySet PROVINCE = KeySet.of(
            "a province",
            "name",
            "what it is called, in one language or {en, zh}; its id by default",
            "central_share",
            "the share of the national standard that the centre pays, in percent",
            "region",
            "where it lies, for uniform rates");

    static final KeySet FLOW = KeySet.of(
            "a flow",
            "from",
            "the city of the hukou",
            "to",
            "the city of residence",
            "persons",
            "how many, or how many by group");

    static final KeySet GROUP = KeySet.of(
            "a group",
            "name",
            "what they are, in one language or {en, zh}; the id by default",
            "points",
            "the points of each person",
            "age",
            "their ages, in words",
            "sex",
            "their sex, in words",
            "health",
            "their health, in words");

    private final Problems problems = new Problems();

    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static ScenarioSpec read(Path file) {
        return read(YamlLoader.text(file), file.toString());
    }

    /**
     * Reads a text.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static ScenarioSpec read(String text, String fileName) {
        ScenarioReader reader = new ScenarioReader();
        Located root = YamlLoader.load(fileName, text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(fileName))
                        .hint("expected a scenario: " + String.join(", ", KEYS.keys()))
                        .toException());
        Optional<ScenarioSpec> scenario =
                reader.scenario(Values.mapping(root, "a mapping of keys, for example `scenario: my-scenario`"));
        InFileOrder.throwIfErrors(reader.problems);
        return scenario.orElseThrow(() -> new IllegalStateException("no scenario and no finding"));
    }

    private Optional<ScenarioSpec> scenario(Located.Mapping root) {
        Fields fields = new Fields(root, KEYS, problems, root.place());
        Optional<String> id = fields.required("scenario", node -> Values.id(Values.scalar(node, "an id")));
        Optional<Text> title = fields.required("title", Values::bilingual);
        Optional<BigDecimal> national = fields.optional("national", Amounts::yuan);
        Map<String, Group> groups = fields.optional(
                        "groups", node -> Entries.read(node, "a group {points: …}", problems, this::group))
                .orElseGet(ScenarioReader::everybody);
        Map<String, Province> provinces = fields.required(
                        "provinces",
                        node -> Entries.read(node, "a province {central_share: …}", problems, this::province))
                .orElse(Map.of());
        Set<String> groupNames = declared(root, "groups").orElse(groups.keySet());
        CityReader cityReader =
                new CityReader(provinces, declared(root, "provinces").orElse(Set.of()), national, groupNames, problems);
        Map<String, City> cities = fields.required(
                        "cities", node -> Entries.read(node, "a city {province: …}", problems, cityReader::read))
                .orElse(Map.of());
        Set<String> cityNames = declared(root, "cities").orElse(Set.of());
        List<Flow> flows = fields.optional(
                        "flows",
                        node -> Values.list(
                                node,
                                "a list of flows {from: …, to: …, persons: …}",
                                item -> flow(item, cityNames, groupNames)))
                .orElse(List.of());
        ReformReader reforms = new ReformReader(provinces, problems);
        Optional<ScenarioSpec.Uniform> uniform = fields.optional("uniform", reforms::uniform);
        Optional<ScenarioSpec.Risk> risk = fields.optional("risk", reforms::risk);
        Optional<ScenarioSpec.Contribution> contribution = fields.optional("contribution", reforms::contribution);
        ScenarioSpec.Sensitivity sensitivity =
                fields.optional("sensitivity", reforms::sensitivity).orElse(ScenarioSpec.Sensitivity.NONE);
        return fields.failed() || problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new ScenarioSpec(
                        id.orElseThrow(),
                        title.orElseThrow(),
                        national,
                        groups,
                        provinces,
                        cities,
                        flows,
                        uniform,
                        risk,
                        contribution,
                        sensitivity));
    }

    /** All names of a mapping, also of what could not be read: a mistake in one is not a mistake in what names it. */
    private static Optional<Set<String>> declared(Located.Mapping root, String key) {
        return root.get(key).filter(Located.Mapping.class::isInstance).map(node -> {
            Set<String> names = new LinkedHashSet<>();
            ((Located.Mapping) node).entries().forEach(e -> names.add(e.name()));
            return names;
        });
    }

    private static Map<String, Group> everybody() {
        Map<String, Group> groups = new LinkedHashMap<>();
        groups.put(EVERYBODY, new Group(new Text("All", "全部"), BigDecimal.ONE, "", "", ""));
        return groups;
    }

    private Optional<Group> group(Located.Scalar id, Located.Mapping mapping) {
        Fields fields = new Fields(mapping, GROUP, problems, id.place());
        Optional<BigDecimal> points = fields.required("points", Amounts::notNegative);
        Text name = fields.optional("name", Values::bilingual).orElse(Text.of(id.value()));
        String age = fields.optional("age", Values::text).orElse("");
        String sex = fields.optional("sex", Values::text).orElse("");
        String health = fields.optional("health", Values::text).orElse("");
        return fields.failed() ? Optional.empty() : points.map(p -> new Group(name, p, age, sex, health));
    }

    private Optional<Province> province(Located.Scalar id, Located.Mapping mapping) {
        Fields fields = new Fields(mapping, PROVINCE, problems, id.place());
        Text name = fields.optional("name", Values::bilingual).orElse(Text.of(id.value()));
        Optional<BigDecimal> share = fields.optional("central_share", Amounts::percent);
        Optional<String> region = fields.optional("region", Values::text);
        return fields.failed() ? Optional.empty() : Optional.of(new Province(name, share, region));
    }

    private Flow flow(Located item, Set<String> cities, Set<String> groups) {
        Problems own = new Problems();
        Fields fields =
                new Fields(Values.mapping(item, "a flow {from: …, to: …, persons: …}"), FLOW, own, item.place());
        Optional<ColumnRef> from = fields.required("from", node -> city(node, cities));
        Optional<ColumnRef> to = fields.required("to", node -> city(node, cities));
        Optional<Map<String, Long>> persons = fields.required("persons", node -> Amounts.persons(node, groups));
        own.throwIfErrors();
        return new Flow(from.orElseThrow(), to.orElseThrow(), persons.orElseThrow());
    }

    private static ColumnRef city(Located node, Set<String> cities) {
        return Declared.named(Values.scalar(node, "the id of a city"), "city", cities);
    }
}
