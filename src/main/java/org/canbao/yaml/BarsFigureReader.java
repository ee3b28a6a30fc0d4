package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.spec.Bars;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.RowsSpec;
import org.canbao.spec.Text;

/** Reads figures with bars of the rows of a sample: beside each other, or on top of each other. */
final class BarsFigureReader implements FigureKind {
    private static final KeySet COMMON = KeySet.of(
                    "a figure of bars",
                    "kind",
                    "what the figure shows",
                    "values",
                    "the column with the length of the bars, or several",
                    "by",
                    "column: a bar, or part of one, for each of its levels; then there is one value",
                    "axis",
                    "what the length of bars is, in one language or {en, zh}; the label of the value by default")
            .and(RowsReader.LINES)
            .and(ExhibitHead.KEYS);

    private static final KeySet BARS = COMMON.and(KeySet.of(
            "a figure of bars",
            "intervals",
            "columns with the ends of intervals, by column of values: {share: [low, high]}"));

    private final boolean stacked;

    private BarsFigureReader(boolean stacked) {
        this.stacked = stacked;
    }

    /** Bars beside each other. */
    static BarsFigureReader bars() {
        return new BarsFigureReader(false);
    }

    /** Bars on top of each other. */
    static BarsFigureReader stack() {
        return new BarsFigureReader(true);
    }

    @Override
    public String kind() {
        return stacked ? "stack" : "bars";
    }

    @Override
    public KeySet keys() {
        return stacked ? COMMON : BARS;
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<RowsSpec> rows = RowsReader.read(fields);
        Optional<List<ColumnRef>> values = fields.required("values", node -> Values.oneOrMore(node, Values::column));
        Optional<ColumnRef> by = fields.optional("by", Values::column);
        Optional<Text> axis = fields.optional("axis", Values::bilingual);
        Map<String, Bars.Ends> intervals = stacked
                ? Map.of()
                : fields.optional("intervals", node -> intervals(node, values.orElse(List.of())))
                        .orElse(Map.of());
        if (by.isPresent() && values.isPresent() && values.get().size() > 1) {
            fields.report("by", Diagnostic.error(YamlCode.CONFLICT, "with `by` there is one value, not several"));
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Bars(
                        head.id(),
                        head.title(),
                        head.notes(),
                        rows.orElseThrow(),
                        values.orElseThrow(),
                        by,
                        intervals,
                        stacked,
                        axis));
    }

    private static Map<String, Bars.Ends> intervals(Located node, List<ColumnRef> values) {
        Map<String, Bars.Ends> intervals = new LinkedHashMap<>();
        List<String> names = values.stream().map(ColumnRef::name).toList();
        SampleSpecReader.collect(
                Values.mapping(node, "a mapping of values to [low, high]").entries(), entry -> {
                    ColumnRef value = Values.column(entry.key());
                    if (!names.contains(value.name())) {
                        throw notAmong(value.name(), value.place(), names);
                    }
                    List<ColumnRef> ends = Values.list(entry.value(), "two columns, [low, high]", Values::column);
                    if (ends.size() != 2) {
                        throw Values.wrongKind(entry.value(), "two columns, [low, high]");
                    }
                    intervals.put(value.name(), new Bars.Ends(ends.get(0), ends.get(1)));
                });
        return intervals;
    }

    private static RuntimeException notAmong(String value, Place place, List<String> names) {
        return Diagnostic.error(YamlCode.UNKNOWN_NAME, "`" + value + "` is not among the values of the figure")
                .at(place)
                .hint("its values: " + String.join(", ", names))
                .toException();
    }
}
