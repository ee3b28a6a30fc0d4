package org.canbao.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.RowNames;
import org.canbao.spec.RowOrder;
import org.canbao.spec.RowsSpec;
import org.canbao.spec.SqlExpression;

/** Reads which rows of a sample an exhibit shows one by one. */
final class RowsReader {
    /** What all exhibits of rows have. */
    static final KeySet KEYS = KeySet.of(
                    "an exhibit of rows",
                    "where",
                    "a SQL condition: only rows of the sample where it is true are shown",
                    "order",
                    "columns that order the rows, each with `desc` if the greatest comes first; as in the sample by default")
            .and(ExhibitHead.SAMPLE);

    /** What exhibits have whose rows stand one under the other. */
    static final KeySet LINES = KeySet.of(
                    "an exhibit of rows",
                    "rows",
                    "the column that names the rows, or {key, en, zh} for one in each language",
                    "panels",
                    "column: rows of one level stand together, under its label")
            .and(KEYS);

    static final KeySet NAMES = KeySet.of(
            "names of rows",
            "key",
            "the column with what a row is for machines; that of the English names by default",
            "en",
            "the column with names in English",
            "zh",
            "the column with names in Chinese; the English one by default");

    private static final String DESCENDING = " desc";

    private RowsReader() {}

    /** The rows, empty if there was a finding. */
    static Optional<RowsSpec> read(Fields fields) {
        Optional<RowNames> names = fields.required("rows", RowsReader::names);
        Optional<SqlExpression> where = where(fields);
        List<RowOrder> order = order(fields);
        Optional<ColumnRef> panels = fields.optional("panels", Values::column);
        return names.map(found -> new RowsSpec(found, where, order, panels));
    }

    static Optional<SqlExpression> where(Fields fields) {
        return fields.optional("where", Values::sql);
    }

    static List<RowOrder> order(Fields fields) {
        return fields.optional("order", node -> Values.oneOrMore(node, RowsReader::level))
                .orElse(List.of());
    }

    /** The columns that name rows. */
    static RowNames names(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return RowNames.of(Values.column(node));
        }
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, NAMES, problems, mapping.place());
        Optional<ColumnRef> key = fields.optional("key", Values::column);
        Optional<ColumnRef> en = fields.required("en", Values::column);
        Optional<ColumnRef> zh = fields.optional("zh", Values::column);
        problems.throwIfErrors();
        ColumnRef english = en.orElseThrow();
        return new RowNames(key.orElse(english), english, zh.orElse(english));
    }

    private static RowOrder level(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a column, or a column and `desc`");
        String text = scalar.value().strip();
        boolean descending = text.toLowerCase(Locale.ROOT).endsWith(DESCENDING);
        String name = (descending ? text.substring(0, text.length() - DESCENDING.length()) : text).strip();
        if (name.contains(" ")) {
            throw Diagnostic.error(YamlCode.WRONG_KIND, "`" + text + "` is neither a column nor a column and `desc`")
                    .at(node.place())
                    .hint("for example `order: [region, share desc]`")
                    .toException();
        }
        return new RowOrder(new ColumnRef(name, scalar.place()), descending);
    }
}
