package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;

/** Reads tables of descriptive statistics. */
final class SummaryTableReader implements TableKind {
    private static final KeySet KEYS = KeySet.of(
                    "a summary table",
                    "variables",
                    "columns of the sample, one row each, lists as \"@name\"",
                    "statistics",
                    "the statistics, from left to right",
                    "by",
                    "column: one block of columns per level",
                    "weights",
                    "column of weights")
            .and(ExhibitHead.SAMPLE)
            .and(TableReader.COMMON_KEYS);

    static final Choice<TableSpec.Statistic> STATISTIC = new Choice<>("statistics", statistics());

    @Override
    public String kind() {
        return "summary";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<List<ColumnRef>> variables =
                fields.required("variables", node -> Values.flat(node, item -> variables(item, declared)));
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
        int digits = TableReader.digits(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TableSpec.Summary(
                        head.id(),
                        head.title(),
                        head.notes(),
                        variables.orElseThrow(),
                        statistics,
                        by,
                        weights,
                        digits));
    }

    private static Map<String, TableSpec.Statistic> statistics() {
        Map<String, TableSpec.Statistic> statistics = new LinkedHashMap<>();
        for (TableSpec.Statistic statistic : TableSpec.Statistic.values()) {
            statistics.put(statistic.name().toLowerCase(Locale.ROOT), statistic);
        }
        return statistics;
    }

    private static List<ColumnRef> variables(Located node, Declared declared) {
        Located.Scalar scalar = Values.scalar(node, "a column or \"@list\"");
        if (!scalar.value().startsWith("@")) {
            return List.of(Values.column(scalar));
        }
        return declared.formulas().terms(scalar).stream()
                .flatMap(term -> term.factors().stream())
                .flatMap(SummaryTableReader::columns)
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
