package org.canbao.simulate.cmds;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/**
 * A variable of a raw file and how a person fills it.
 *
 * @param variable the variable
 * @param filler how it is filled
 */
record RawColumn(Variable variable, Filler filler) {
    /** Fills a cell. */
    @FunctionalInterface
    interface Filler {
        void fill(Person person, ColumnBatch batch, int column, int row);
    }

    /** Whole numbers, or answers that are none. */
    static RawColumn whole(
            String name, ValueType type, String label, Map<String, String> codes, ToLongFunction<Person> value) {
        return new RawColumn(new Variable(name, type, label, codes, Map.of(), ""), (person, batch, column, row) -> {
            long answer = value.applyAsLong(person);
            if (Answer.isNone(answer)) {
                batch.states(column)[row] = Answer.state(answer);
            } else {
                batch.longs(column)[row] = answer;
            }
        });
    }

    /** Numbers with decimals. */
    static RawColumn real(String name, String label, ToDoubleFunction<Person> value) {
        return new RawColumn(
                new Variable(name, ValueType.FLOAT64, label, Map.of(), Map.of(), ""),
                (person, batch, column, row) -> batch.doubles(column)[row] = value.applyAsDouble(person));
    }

    /** Texts, in a column of so many bytes. */
    static RawColumn text(String name, int bytes, String label, Function<Person, String> value) {
        Variable variable = new Variable(name, ValueType.STRING, label, Map.of(), Map.of(), "%" + bytes + "s");
        return new RawColumn(
                variable, (person, batch, column, row) -> batch.strings(column)[row] = value.apply(person));
    }
}
