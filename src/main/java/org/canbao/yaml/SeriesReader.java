package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.spec.audit.SeriesSpec;
import org.canbao.spec.audit.SeriesSpec.Take;

/** Reads one series: which printed numbers have a name. */
final class SeriesReader {
    private static final List<String> SELECTING = List.of("table", "column", "panel", "row", "statistic");

    static final Choice<Take> TAKE = Choice.ofNames("take", Take.values());

    static final KeySet KEYS = KeySet.of(
            "a series",
            "table",
            "the table, or several",
            "column",
            "the value of `column`, or several",
            "panel",
            "the value of `panel`, or several",
            "row",
            "the value of `row`, or several",
            "statistic",
            "the value of `statistic`, or several",
            "where",
            "values of any other columns",
            "value",
            "the column with the number; `value` by default",
            "by",
            "the columns that tell the numbers apart; those of column, panel and row that differ by default",
            "take",
            "one number of all: sum, mean, least, greatest or count",
            "weight",
            "for `take: mean`, the column with the weights",
            "distinct",
            "for `take: count`, the column whose different values are counted; rows by default",
            "exact",
            "true for numbers that are facts and not rounded",
            "study",
            "another study whose numbers these are");

    private final Problems problems;

    SeriesReader(Problems problems) {
        this.problems = problems;
    }

    /** The series of that name; empty if findings were collected. */
    Optional<SeriesSpec> read(Located.Scalar name, Located.Mapping mapping) {
        Fields fields = new Fields(mapping, KEYS, problems, name.place());
        Map<String, List<String>> where = new LinkedHashMap<>();
        fields.required("table", SeriesReader::texts);
        for (String key : SELECTING) {
            fields.optional(key, SeriesReader::texts).ifPresent(values -> where.put(key, values));
        }
        fields.optional("where", node -> Values.mapping(node, "a mapping of columns to values"))
                .ifPresent(others -> others.entries().forEach(e -> where.put(e.name(), texts(e.value()))));
        SeriesSpec series = new SeriesSpec(
                name.value(),
                fields.optional("study", node -> Values.id(Values.scalar(node, "a study"))),
                where,
                fields.optional("value", Values::text).orElse("value"),
                fields.optional("by", SeriesReader::texts).orElse(List.of()),
                fields.optional("distinct", Values::text),
                fields.optional("take", TAKE::read),
                fields.optional("weight", Values::text),
                fields.optional("exact", Values::bool).orElse(false),
                name.place());
        return fields.failed() ? Optional.empty() : Optional.of(series);
    }

    private static List<String> texts(Located node) {
        return Values.oneOrMore(node, Values::text);
    }
}
