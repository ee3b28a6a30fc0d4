package org.canbao.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlText;

/**
 * The rows of the base with the columns of the joined inputs. Where two inputs have a column of the same name, that of the
 * base, or of the input joined first, counts.
 */
final class JoinedRows {
    private record Source(String alias, InputView view, Variable variable) {}

    private final InputView base;
    private final List<JoinedView> joins;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, List<Source>> hidden = new LinkedHashMap<>();

    JoinedRows(InputView base, List<JoinedView> joins) {
        this.base = base;
        this.joins = List.copyOf(joins);
        base.variables().forEach(v -> sources.put(v.name(), new Source("b", base, v)));
        for (int j = 0; j < joins.size(); j++) {
            add(joins.get(j), "j" + j);
        }
    }

    private void add(JoinedView joined, String alias) {
        for (Variable variable : joined.view().variables()) {
            String name = variable.name();
            boolean madeUp = joined.view().waveAdded() && name.equals("wave");
            if (joined.hasKey(name) || madeUp) {
                continue;
            }
            Source source = new Source(alias, joined.view(), variable);
            if (sources.putIfAbsent(name, source) != null) {
                hidden.computeIfAbsent(name, n -> new ArrayList<>()).add(source);
            }
        }
    }

    /** All columns. */
    List<Variable> variables() {
        return sources.values().stream().map(Source::variable).toList();
    }

    /** The name of the input whose column counts; empty if none has it. */
    Optional<String> inputOf(String column) {
        return Optional.ofNullable(sources.get(column))
                .map(source -> source.view().name());
    }

    /** A column of the engine with the labels that its input gives it; a derived column stays as it is. */
    Variable labelled(Variable column) {
        Source source = sources.get(column.name());
        return source == null ? column : source.variable().withType(column.type());
    }

    /** Notes about columns that were asked for and that several inputs have. */
    List<Diagnostic> ambiguities(Collection<String> asked) {
        List<Diagnostic> notes = new ArrayList<>();
        hidden.forEach((name, others) -> {
            Source kept = sources.get(name);
            if (kept != null && asked.contains(name)) {
                String where = String.join(
                        ", ",
                        others.stream().map(o -> "`" + o.view().name() + "`").toList());
                notes.add(Diagnostic.note(
                                SampleCode.AMBIGUOUS_COLUMN,
                                "column `" + name + "` is in `" + kept.view().name() + "` and in " + where
                                        + ": that of `" + kept.view().name() + "` is used")
                        .at(others.get(0).view().input().place()));
            }
        });
        return notes;
    }

    /** Notes about columns that were asked for and that some waves of their input do not have. */
    List<Diagnostic> absences(Collection<String> asked) {
        Map<Gap, List<String>> gaps = new LinkedHashMap<>();
        for (String name : asked.stream().sorted().toList()) {
            Source source = sources.get(name);
            if (source != null && source.view().absent().containsKey(name)) {
                Gap gap = new Gap(source.view(), source.view().absent().getOrDefault(name, List.of()));
                gaps.computeIfAbsent(gap, g -> new ArrayList<>()).add("`" + name + "`");
            }
        }
        return gaps.entrySet().stream()
                .map(e -> absence(e.getKey(), e.getValue()))
                .toList();
    }

    /** Waves of an input that lack the same columns. */
    private record Gap(InputView view, List<String> waves) {}

    private static Diagnostic absence(Gap gap, List<String> columns) {
        String waves = String.join(", ", gap.waves());
        return Diagnostic.note(
                        SampleCode.ABSENT_IN_WAVE,
                        (columns.size() == 1 ? "column " : "columns ") + String.join(", ", columns) + " of `"
                                + gap.view().name() + "`: not in "
                                + (gap.waves().size() == 1 ? "wave " : "waves ") + waves
                                + ", where all rows have a missing value")
                .at(gap.view().input().place());
    }

    /** A query for some of the columns, the place of each row in the base, and whether each join matched. */
    String sql(Collection<String> columns) {
        List<String> items = new ArrayList<>();
        columns.forEach(name -> items.add(item(name)));
        items.add("b." + InputView.FILE);
        items.add("b." + InputView.ROW);
        StringBuilder from = new StringBuilder(" FROM ").append(base.relation()).append(" b");
        for (int j = 0; j < joins.size(); j++) {
            JoinedView joined = joins.get(j);
            items.add("j" + j + ".__canbao_hit AS " + hit(j));
            from.append(" LEFT JOIN (SELECT *, true AS __canbao_hit FROM ")
                    .append(joined.view().relation())
                    .append(") j")
                    .append(j)
                    .append(" ON ")
                    .append(joined.on("b", "j" + j));
        }
        return "SELECT " + String.join(", ", items) + from;
    }

    /** The column that is true where join {@code j} matched, else null. */
    static String hit(int j) {
        return "__canbao_hit_" + j;
    }

    private String item(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException(name);
        }
        String column = source.alias() + "." + SqlText.identifier(name);
        // Decimals and 128-bit integers become doubles here, once.
        return source.variable().type() == ValueType.FLOAT64
                ? "CAST(" + column + " AS DOUBLE) AS " + SqlText.identifier(name)
                : column;
    }
}
