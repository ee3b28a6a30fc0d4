package org.canbao.ingest.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.schema.Roster;
import org.canbao.schema.SchemaVariable;

/**
 * Which columns the members of a roster have, and from which harmonised column of the file each cell comes: keys of the
 * respondent first, then the number of the person, then the items that the file has for anybody.
 */
final class MemberColumns {
    /** The cell is the number of the person. */
    static final int NUMBER = -2;
    /** The file does not have the item for this person. */
    static final int NONE = -1;

    private final Binding binding;
    private final Roster roster;
    private final List<BoundVariable> bound = new ArrayList<>();
    private final List<SchemaVariable> given = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<int[]> sources = new ArrayList<>();
    private final int firstItem;

    MemberColumns(Binding binding) {
        this.binding = binding;
        RosterBinding persons = binding.roster().orElseThrow();
        this.roster = persons.roster();
        roster.keys().stream().filter(key -> !isGiven(key)).forEach(this::key);
        variables.add(new Variable(Roster.MEMBER, ValueType.INT8, "Number in the roster", Map.of(), Map.of(), ""));
        sources.add(everybody(NUMBER));
        this.firstItem = sources.size();
        persons.persons().forEach(this::item);
        if (sources.size() == firstItem
                || !variables.get(firstItem).name().equals(roster.items().get(0).name())) {
            throw absent(roster.items().get(0).name());
        }
        roster.keys().stream().filter(this::isGiven).forEach(this::givenKey);
    }

    /** What is made from raw variables, in the order of the harmonised columns. */
    List<BoundVariable> bound() {
        return bound;
    }

    /** What the schema gives a value; its harmonised columns follow those. */
    List<SchemaVariable> given() {
        return given;
    }

    /** The columns of the members. */
    List<Variable> variables() {
        return variables;
    }

    /** How many persons a row has places for. */
    int persons() {
        return roster.last() - roster.first() + 1;
    }

    /** The number of a person. */
    long number(int person) {
        return roster.first() + person;
    }

    /** The harmonised column of a person's cell, {@link #NUMBER} or {@link #NONE}. */
    int source(int column, int person) {
        return sources.get(column)[person];
    }

    /** Whether there is such a person in a row. */
    boolean isThere(ColumnBatch filled, int row, int person) {
        int first = source(firstItem, person);
        return first != NONE && filled.states(first)[row] == ColumnBatch.PRESENT;
    }

    private boolean isGiven(String key) {
        return binding.given().stream().anyMatch(v -> v.name().equals(key));
    }

    private void key(String name) {
        BoundVariable found = binding.bound().stream()
                .filter(b -> b.variable().name().equals(name))
                .findFirst()
                .orElseThrow(() -> absent(name));
        sources.add(everybody(bound.size()));
        variables.add(found.variable());
        bound.add(found);
    }

    private void givenKey(String name) {
        SchemaVariable wanted = binding.given().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
        sources.add(everybody(bound.size() + given.size()));
        variables.add(GivenColumn.of(wanted, variables.size()).variable());
        given.add(wanted);
    }

    private void item(String name, List<Sought> persons) {
        int[] from = everybody(NONE);
        Optional<Variable> widest = Optional.empty();
        for (int person = 0; person < persons.size(); person++) {
            Optional<BoundVariable> found = persons.get(person).bound();
            if (found.isPresent()) {
                from[person] = bound.size();
                bound.add(found.get());
                Variable variable = found.get().variable();
                widest = Optional.of(widest.map(w -> wider(w, variable)).orElse(variable));
            }
        }
        widest.ifPresent(variable -> {
            variables.add(variable.withName(name));
            sources.add(from);
        });
    }

    /** The item is stored as wide as the widest of the persons has it. */
    private static Variable wider(Variable one, Variable other) {
        boolean alike = one.type().isIntegral() == other.type().isIntegral()
                && (one.type() == ValueType.STRING) == (other.type() == ValueType.STRING);
        if (!alike) {
            throw Diagnostic.error(
                            BindingCode.NOT_CONVERTIBLE,
                            "`" + one.name() + "` and `" + other.name() + "` of the roster are of different kinds")
                    .hint("give the item of the roster a `type`")
                    .toException();
        }
        return one.type().compareTo(other.type()) >= 0 ? one : other;
    }

    private int[] everybody(int from) {
        int[] all = new int[persons()];
        Arrays.fill(all, from);
        return all;
    }

    private CanbaoException absent(String name) {
        return Diagnostic.error(
                        BindingCode.NOT_FOUND,
                        "members of the roster need `" + name + "`, which the file does not have")
                .at(roster.place())
                .hint("say which variable it is in a file given with --override, or change the `keys` of the roster")
                .toException();
    }
}
