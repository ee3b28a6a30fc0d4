package org.canbao.ingest.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Bilingual;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.schema.SchemaVariable;

/**
 * A column that has one value in all rows.
 *
 * @param variable the variable as the store will have it
 * @param value its value as text
 * @param column its column
 */
record GivenColumn(Variable variable, String value, int column) {
    static GivenColumn of(SchemaVariable wanted, int column) {
        VariableSource source = new VariableSource(
                List.of(), wanted.confidence().text(), wanted.unit(), wanted.label(), wanted.codeLabels());
        Variable variable = new Variable(
                wanted.name(),
                wanted.type().orElse(ValueType.STRING),
                wanted.label().map(Bilingual::en).orElse(""),
                Map.of(),
                Map.of(),
                "",
                Optional.of(source));
        return new GivenColumn(variable, wanted.value().orElseThrow(), column);
    }

    /** Fills the rows of a batch. */
    void fill(ColumnBatch batch) {
        ValueType type = variable.type();
        if (type == ValueType.STRING) {
            Arrays.fill(batch.strings(column), 0, batch.rows(), value);
        } else if (type.isIntegral()) {
            Arrays.fill(
                    batch.longs(column),
                    0,
                    batch.rows(),
                    type == ValueType.BOOLEAN ? (value.equals("true") ? 1 : 0) : Long.parseLong(value));
        } else {
            Arrays.fill(batch.doubles(column), 0, batch.rows(), Double.parseDouble(value));
        }
    }
}
