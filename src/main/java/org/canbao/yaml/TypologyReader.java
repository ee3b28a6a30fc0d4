package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.spec.RowNames;
import org.canbao.spec.RowOrder;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Typology;
import org.canbao.spec.Typology.Classes;

/** Reads tables whose cells name the rows of a class. */
final class TypologyReader implements TableKind {
    private static final String ALL = "all";

    private static final KeySet KEYS = KeySet.of(
                    "a typology",
                    "names",
                    "the column that names the rows of the sample, or {key, en, zh} for one in each language",
                    "rows",
                    "columns whose levels are the rows of the table: {column: [level, level]}, or `all` levels that occur",
                    "columns",
                    "a column whose levels are the columns of the table, in the same form",
                    "shares",
                    "whether each class has its share of all rows; true by default")
            .and(RowsReader.KEYS)
            .and(TableReader.COMMON_KEYS);

    @Override
    public String kind() {
        return "typology";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<RowNames> names = fields.required("names", RowsReader::names);
        Optional<List<Classes>> rows = fields.required("rows", TypologyReader::classes);
        Optional<Classes> columns = fields.optional("columns", TypologyReader::one);
        Optional<SqlExpression> where = RowsReader.where(fields);
        List<RowOrder> order = RowsReader.order(fields);
        boolean shares = fields.optional("shares", Values::bool).orElse(true);
        int digits = fields.optional("digits", TableReader::decimals).orElse(1);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Typology(
                        head.id(),
                        head.title(),
                        head.notes(),
                        names.orElseThrow(),
                        where,
                        order,
                        rows.orElseThrow(),
                        columns,
                        shares,
                        digits));
    }

    private static Classes one(Located node) {
        List<Classes> classes = classes(node);
        if (classes.size() != 1) {
            throw Values.wrongKind(node, "one column with its levels");
        }
        return classes.get(0);
    }

    private static List<Classes> classes(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return Values.oneOrMore(node, item -> new Classes(Values.column(item), List.of()));
        }
        List<Classes> classes = new ArrayList<>();
        SampleSpecReader.collect(
                mapping.entries(),
                entry -> classes.add(new Classes(Values.column(entry.key()), levels(entry.value()))));
        if (classes.isEmpty()) {
            throw Values.wrongKind(node, "at least one column");
        }
        return classes;
    }

    private static List<String> levels(Located node) {
        if (node instanceof Located.Scalar scalar && scalar.value().equals(ALL)) {
            return List.of();
        }
        return Values.list(node, "a list of levels, or `all`", Values::text);
    }
}
