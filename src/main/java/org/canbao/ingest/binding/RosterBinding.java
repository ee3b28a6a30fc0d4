package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.Bilingual;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.schema.Roster;
import org.canbao.schema.RosterCount;
import org.canbao.schema.SchemaVariable;

/**
 * Which raw variable each item of each person of a roster is.
 *
 * @param roster the roster
 * @param persons what the search gave, by item, for the persons in order
 */
public record RosterBinding(Roster roster, Map<String, List<Sought>> persons) {
    private static final String SURVEY = "survey";

    public RosterBinding {
        persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
    }

    /** Finds the variable of each item and person. */
    @FunctionalInterface
    interface Search {
        Sought of(SchemaVariable wanted);
    }

    static RosterBinding of(Roster roster, Search search) {
        Map<String, List<Sought>> persons = new LinkedHashMap<>();
        for (SchemaVariable item : roster.items()) {
            List<Sought> found = new ArrayList<>();
            for (int person = roster.first(); person <= roster.last(); person++) {
                found.add(search.of(Roster.itemOf(item, person)));
            }
            persons.put(item.name(), List.copyOf(found));
        }
        return new RosterBinding(roster, persons);
    }

    /** Everything that was sought. */
    List<Sought> all() {
        return persons.values().stream().flatMap(List::stream).toList();
    }

    /** The counts that can be made: the file has the items that they need. */
    public List<RosterCount> made() {
        return roster.counts().stream().filter(c -> unmet(c).isEmpty()).toList();
    }

    /** The items that a count needs and the file has for nobody; {@code survey} if the schema does not say when it was. */
    public Set<String> unmet(RosterCount count) {
        Set<String> needed = new LinkedHashSet<>();
        needed.add(roster.items().get(0).name());
        for (RosterCount.Condition condition : count.where()) {
            switch (condition.item()) {
                case Roster.AGE -> needed.addAll(dated(Roster.BIRTH_YEAR));
                case Roster.MONTHS_HERE -> needed.addAll(dated(Roster.ARRIVAL_YEAR, Roster.ARRIVAL_MONTH));
                default -> needed.add(condition.item());
            }
        }
        needed.removeIf(item -> ofItem(item).stream().anyMatch(s -> s.bound().isPresent()));
        return needed;
    }

    /** Items, and the date of the survey if that is not known. */
    private List<String> dated(String... items) {
        List<String> needed = new ArrayList<>(List.of(items));
        if (roster.survey().isEmpty()) {
            needed.add(SURVEY);
        }
        return needed;
    }

    /** What the search for an item gave, for the persons in order. */
    private List<Sought> ofItem(String item) {
        return persons.getOrDefault(item, List.of());
    }

    /** The harmonised variable of a count. */
    public Variable variable(RosterCount count) {
        List<VariableSource.Bound> bound = ofItem(roster.items().get(0).name()).stream()
                .flatMap(s -> s.bound().stream())
                .map(b -> new VariableSource.Bound(b.raw().name(), b.means().text()))
                .limit(1)
                .toList();
        return new Variable(
                count.name(),
                ValueType.INT8,
                count.label().map(Bilingual::en).orElse(""),
                Map.of(),
                Map.of(),
                "",
                Optional.of(new VariableSource(bound, confidence(count), "persons", count.label(), Map.of())));
    }

    /** The least sure of the items that it is made from. */
    private String confidence(RosterCount count) {
        Set<String> names = new LinkedHashSet<>(List.of(roster.items().get(0).name()));
        count.where().forEach(c -> names.add(c.item()));
        return roster.items().stream()
                .filter(item -> names.contains(item.name()))
                .map(SchemaVariable::confidence)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .text();
    }
}
