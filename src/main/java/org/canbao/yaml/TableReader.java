package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;
import org.canbao.spec.Text;

/** Reads one entry of {@code tables}. */
final class TableReader {
    private static final int DEFAULT_DIGITS = 3;
    private static final int MOST_DIGITS = 12;
    private static final Set<String> IN_COLUMNS = new TreeSet<>(List.of("ols", "event-study"));

    static final KeySet COMMON_KEYS = KeySet.of(
            "a table",
            "kind",
            "what the table shows; regression by default",
            "title",
            "its title, in one language or {en, zh}",
            "notes",
            "notes under it, in one language or {en, zh}",
            "digits",
            "decimals; 3 by default");
    static final KeySet REGRESSION_KEYS = KeySet.of(
                    "a regression table",
                    "columns",
                    "ids of specs, or {spec, header}, from left to right",
                    "rows",
                    "the terms shown, in order, lists as \"@name\"; all by default")
            .and(COMMON_KEYS);
    static final KeySet SUMMARY_KEYS = KeySet.of(
                    "a summary table",
                    "variables",
                    "columns of the sample, one row each, lists as \"@name\"",
                    "statistics",
                    "the statistics, from left to right",
                    "by",
                    "column: one block of columns per level",
                    "weights",
                    "column of weights")
            .and(COMMON_KEYS);
    static final KeySet COLUMN_KEYS =
            KeySet.of("a column", "spec", "id of the spec", "header", "its header, in one language or {en, zh}");

    static final Choice<KeySet> KIND = new Choice<>("kind", kinds());
    static final Choice<TableSpec.Statistic> STATISTIC = new Choice<>("statistics", statistics());

    private final Declared declared;
    private final Problems problems;

    TableReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    private static Map<String, KeySet> kinds() {
        Map<String, KeySet> kinds = new LinkedHashMap<>();
        kinds.put("regression", REGRESSION_KEYS);
        kinds.put("summary", SUMMARY_KEYS);
        return kinds;
    }

    private static Map<String, TableSpec.Statistic> statistics() {
        Map<String, TableSpec.Statistic> statistics = new LinkedHashMap<>();
        for (TableSpec.Statistic statistic : TableSpec.Statistic.values()) {
            statistics.put(statistic.name().toLowerCase(java.util.Locale.ROOT), statistic);
        }
        return statistics;
    }

    /** The table; empty if there was a finding. */
    Optional<TableSpec> read(Located.Scalar id, Located.Mapping mapping) {
        KeySet keys = mapping.get("kind").map(KIND::read).orElse(REGRESSION_KEYS);
        Fields fields = new Fields(mapping, keys, problems, id.place());
        return keys == SUMMARY_KEYS ? summary(id.value(), fields) : regression(id.value(), fields);
    }

    private Optional<TableSpec> regression(String id, Fields fields) {
        Optional<List<TableSpec.Column>> columns =
                fields.required("columns", node -> Values.list(node, "a list of specs", this::column));
        List<ColumnRef> rows =
                fields.optional("rows", node -> flat(node, this::rows)).orElse(List.of());
        Text title = title(id, fields);
        Optional<Text> notes = fields.optional("notes", Values::bilingual);
        int digits = digits(fields);
        columns.ifPresent(shown -> new RowCheck(declared, shown).check(rows, fields));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TableSpec.Regression(id, title, notes, columns.orElseThrow(), rows, digits));
    }

    private Optional<TableSpec> summary(String id, Fields fields) {
        Optional<List<ColumnRef>> variables = fields.required("variables", node -> flat(node, this::variables));
        List<TableSpec.Statistic> statistics = fields.optional(
                        "statistics", node -> Values.oneOrMore(node, STATISTIC::read))
                .orElse(List.of(
                        TableSpec.Statistic.N,
                        TableSpec.Statistic.MEAN,
                        TableSpec.Statistic.SD,
                        TableSpec.Statistic.MIN,
                        TableSpec.Statistic.MAX));
        Optional<ColumnRef> by = fields.optional("by", Values::column);
        Optional<ColumnRef> weights = fields.optional("weights", Values::column);
        Text title = title(id, fields);
        Optional<Text> notes = fields.optional("notes", Values::bilingual);
        int digits = digits(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TableSpec.Summary(
                        id, title, notes, variables.orElseThrow(), statistics, by, weights, digits));
    }

    private static Text title(String id, Fields fields) {
        return fields.optional("title", Values::bilingual).orElse(Text.of(id));
    }

    private static int digits(Fields fields) {
        return fields.optional("digits", node -> Values.wholeBetween(node, 0, MOST_DIGITS))
                .orElse(DEFAULT_DIGITS);
    }

    private TableSpec.Column column(Located node) {
        if (!(node instanceof Located.Mapping mapping)) {
            return new TableSpec.Column(declared.spec(node, IN_COLUMNS, "a regression table"), Optional.empty());
        }
        Problems found = new Problems();
        Fields fields = new Fields(mapping, COLUMN_KEYS, found, mapping.place());
        Optional<ColumnRef> spec = fields.required("spec", n -> declared.spec(n, IN_COLUMNS, "a regression table"));
        Optional<Text> header = fields.optional("header", Values::bilingual);
        found.throwIfErrors();
        return new TableSpec.Column(spec.orElseThrow(), header);
    }

    private static List<ColumnRef> flat(Located node, java.util.function.Function<Located, List<ColumnRef>> item) {
        return Values.oneOrMore(node, item).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** One row, or the rows of a list; names of levels such as {@code year::2016} are taken as they are. */
    private List<ColumnRef> rows(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a term or \"@list\"");
        if (scalar.value().contains("::")) {
            return List.of(new ColumnRef(scalar.value(), scalar.place()));
        }
        return declared.formulas().terms(scalar).stream()
                .map(term -> new ColumnRef(term.text(), scalar.place()))
                .toList();
    }

    private List<ColumnRef> variables(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a column or \"@list\"");
        if (!scalar.value().startsWith("@")) {
            return List.of(Values.column(scalar));
        }
        return declared.formulas().terms(scalar).stream()
                .flatMap(term -> term.factors().stream())
                .flatMap(TableReader::columns)
                .map(column -> new ColumnRef(column.name(), scalar.place()))
                .distinct()
                .toList();
    }

    private static Stream<ColumnRef> columns(Term.Factor factor) {
        return factor instanceof Term.Numeric numeric
                ? Expr.columnsOf(numeric.expr()).stream()
                : Stream.of(((Term.Levels) factor).column());
    }
}
