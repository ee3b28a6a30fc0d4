package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.data.Bilingual;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.schema.Roster;
import org.canbao.schema.RosterCount;
import org.canbao.schema.SchemaVariable;

/** Reads {@code roster} of a data schema. */
final class RosterReader {
    static final KeySet KEYS = KeySet.of(
            "`roster`",
            "persons",
            "the numbers of the first and the last person that are counted, for example [2, 10]",
            "survey",
            "year and month of the survey, for example 201705; counts by `age` and `months_here` need it",
            "items",
            "what is known of each person, as under `variables`; # in names and patterns is the number of the person; a"
                    + " place holds a person if the first item has a value",
            "keys",
            "variables of the respondent that members have too where each is a row (`canbao ingest --members`), for"
                    + " example [person_id, year]",
            "counts",
            "harmonised variables that count persons");

    static final KeySet COUNT_KEYS = KeySet.of(
            "a count of persons",
            "label",
            "what it is, in one language or {en, zh}",
            "where",
            "conditions that are all known to be true of a person: item: value, item: [values], item: {from: 16, to: 64}");

    static final KeySet BOUND_KEYS =
            KeySet.of("bounds", "from", "the least number", "to", "the greatest number; none if left out");

    private static final int MOST_PERSONS = 99;

    private final Problems problems;
    private final Set<String> items = new LinkedHashSet<>();

    RosterReader(Problems problems) {
        this.problems = problems;
    }

    /** The roster; empty if there was a finding. */
    Optional<Roster> read(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping with `persons`, `items`, `counts`");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        Optional<List<Integer>> persons = fields.required("persons", RosterReader::persons);
        Optional<Integer> survey = fields.optional("survey", n -> Values.wholeBetween(n, 190001, 209912));
        List<SchemaVariable> variables = fields.required("items", this::items).orElse(List.of());
        variables.forEach(v -> items.add(v.name()));
        if (items.contains(Roster.BIRTH_YEAR)) {
            items.add(Roster.AGE);
        }
        if (items.containsAll(List.of(Roster.ARRIVAL_YEAR, Roster.ARRIVAL_MONTH))) {
            items.add(Roster.MONTHS_HERE);
        }
        List<String> keys =
                fields.optional("keys", n -> Values.oneOrMore(n, Values::text)).orElse(List.of());
        List<RosterCount> counts = fields.required("counts", this::counts).orElse(List.of());
        return fields.failed() || problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Roster(
                        persons.orElseThrow().get(0),
                        persons.orElseThrow().get(1),
                        survey,
                        variables,
                        keys,
                        counts,
                        mapping.place()));
    }

    private static List<Integer> persons(Located node) {
        List<Integer> ends =
                Values.list(node, "two numbers, [first, last]", n -> Values.wholeBetween(n, 1, MOST_PERSONS));
        if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
            throw Values.wrongKind(node, "two numbers, [first, last]");
        }
        return ends;
    }

    private List<SchemaVariable> items(Located node) {
        List<SchemaVariable> read = SchemaReader.variables(node, problems);
        if (read.isEmpty()) {
            throw Values.wrongKind(node, "at least one item; the first tells where a person is");
        }
        read.stream()
                .filter(item -> item.name().equalsIgnoreCase(Roster.MEMBER))
                .forEach(RosterReader::refuse);
        return read;
    }

    private static void refuse(SchemaVariable item) {
        throw Diagnostic.error(YamlCode.ROSTER, "an item of the roster cannot be called `" + item.name() + "`")
                .at(item.place())
                .hint("where each person is a row, `" + Roster.MEMBER + "` is the person's number; take another name")
                .toException();
    }

    private List<RosterCount> counts(Located node) {
        List<RosterCount> counts = new ArrayList<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of names to counts").entries()) {
            try {
                counts.add(count(entry));
            } catch (CanbaoException e) {
                problems.addAll(e);
            }
        }
        return counts;
    }

    private RosterCount count(Located.Entry entry) {
        String name = SchemaReader.name(entry.key());
        Located.Mapping mapping = Values.mapping(entry.value(), "a count {where: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, COUNT_KEYS, found, mapping.place());
        Optional<Bilingual> label = fields.optional("label", SchemaReader::bilingual);
        List<RosterCount.Condition> where =
                fields.optional("where", this::conditions).orElse(List.of());
        found.throwIfErrors();
        return new RosterCount(name, label, where, entry.key().place());
    }

    private List<RosterCount.Condition> conditions(Located node) {
        List<RosterCount.Condition> conditions = new ArrayList<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of items to values").entries()) {
            if (!items.contains(entry.name())) {
                throw Diagnostic.error(YamlCode.ROSTER, "the roster has no item `" + entry.name() + "`")
                        .at(entry.key().place())
                        .nearest(Nearest.to(entry.name(), items))
                        .hint("items: " + String.join(", ", items) + "; `age` needs the item birth_year,"
                                + " `months_here` arrival_year and arrival_month")
                        .toException();
            }
            conditions.add(condition(entry));
        }
        return conditions;
    }

    /** A condition on an item or variable: its value, one of several, or bounds. */
    static RosterCount.Condition condition(Located.Entry entry) {
        if (entry.value() instanceof Located.Mapping bounds) {
            Problems found = new Problems();
            Fields fields = new Fields(bounds, BOUND_KEYS, found, bounds.place());
            Optional<Long> from = fields.optional("from", Values::whole);
            Optional<Long> to = fields.optional("to", Values::whole);
            found.throwIfErrors();
            return new RosterCount.Condition(entry.name(), Set.of(), optional(from), optional(to));
        }
        Set<String> values =
                Values.oneOrMore(entry.value(), Values::text).stream().collect(Collectors.toSet());
        return new RosterCount.Condition(entry.name(), values, OptionalLong.empty(), OptionalLong.empty());
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
