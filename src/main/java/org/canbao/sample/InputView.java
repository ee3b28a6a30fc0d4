package org.canbao.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.StudySpec;

/**
 * An input as a view of the engine: all waves under each other, by column name, each row with the number of its file and
 * its place in it, so that rows have a total order.
 *
 * @param input what the study says of it
 * @param relation the quoted name of the view
 * @param variables its columns with their labels
 * @param simulated whether its extract was simulated
 * @param waveAdded whether the column {@code wave} was made from the names of the waves
 * @param absent columns that some waves do not have, where they are missing in all rows: by column, those waves
 */
record InputView(
        StudySpec.Input input,
        String relation,
        List<Variable> variables,
        boolean simulated,
        boolean waveAdded,
        Map<String, List<String>> absent) {
    static final String FILE = "__canbao_file";
    static final String ROW = "file_row_number";
    private static final String WAVE = "wave";
    static final String YEAR = "year";

    InputView {
        variables = List.copyOf(variables);
        absent = Map.copyOf(absent);
    }

    /** Creates the view. */
    static InputView create(SqlEngine engine, StudySpec.Input input, ResolvedInput resolved) {
        String relation = SqlText.identifier("input " + input.name());
        List<Variable> raw = engine.columns("(" + union(resolved, false) + ")");
        boolean named = resolved.waves().stream().noneMatch(w -> w.name().isEmpty());
        boolean addWave = named && raw.stream().noneMatch(v -> v.name().equals(WAVE));
        String rows = "SELECT * " + lag(input, raw) + " FROM (" + union(resolved, addWave) + ")";
        engine.execute("CREATE OR REPLACE VIEW " + relation + " AS "
                + withIndices(engine, input, renamed(engine, input, rows)));
        List<Variable> variables = new ArrayList<>();
        for (Variable column : engine.columns(relation)) {
            if (!column.name().equals(FILE) && !column.name().equals(ROW)) {
                variables.add(labelled(column, input, resolved));
            }
        }
        return new InputView(
                input,
                relation,
                variables,
                resolved.codebook().simulated(),
                addWave,
                absent(engine, input, resolved, raw));
    }

    /** A wave has the columns of its first file: all files of a wave have the same. */
    private static Map<String, List<String>> absent(
            SqlEngine engine, StudySpec.Input input, ResolvedInput resolved, List<Variable> all) {
        Map<String, List<String>> absent = new HashMap<>();
        if (resolved.waves().size() == 1) {
            return absent;
        }
        for (ResolvedInput.Wave wave : resolved.waves()) {
            KnownColumns there = new KnownColumns(engine.columns(
                    "read_parquet(" + SqlText.literal(wave.parquet().get(0).toString()) + ", file_row_number = true)"));
            all.stream()
                    .map(Variable::name)
                    .filter(name -> !there.has(name))
                    .forEach(name -> absent.computeIfAbsent(nameIn(input, name), n -> new ArrayList<>())
                            .add(wave.name()));
        }
        absent.remove(FILE);
        return absent;
    }

    /** The name that the study gives a column. */
    private static String nameIn(StudySpec.Input input, String column) {
        return input.rename().entrySet().stream()
                .filter(e -> e.getKey().name().equals(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(column);
    }

    private static String renamed(SqlEngine engine, StudySpec.Input input, String rows) {
        if (input.rename().isEmpty()) {
            return rows;
        }
        List<Variable> columns = engine.columns("(" + rows + ")");
        KnownColumns known = new KnownColumns(columns);
        Map<String, String> names = new HashMap<>();
        input.rename().forEach((column, name) -> {
            if (!known.has(column.name())) {
                throw known.unknown(column.name(), column.place()).toException();
            }
            if (known.has(name) || names.containsValue(name)) {
                throw Diagnostic.error(SampleCode.COLUMN_EXISTS, "there is already a column `" + name + "`")
                        .at(column.place())
                        .toException();
            }
            names.put(column.name(), name);
        });
        String items = columns.stream()
                .map(Variable::name)
                .map(c -> SqlText.identifier(c) + " AS " + SqlText.identifier(names.getOrDefault(c, c)))
                .collect(Collectors.joining(", "));
        return "SELECT " + items + " FROM (" + rows + ")";
    }

    private static String withIndices(SqlEngine engine, StudySpec.Input input, String rows) {
        if (input.indices().isEmpty()) {
            return rows;
        }
        IndexColumns indices = new IndexColumns(engine, "(" + rows + ")", engine.columns("(" + rows + ")"));
        String items = input.indices().stream()
                .map(index -> indices.sql(index) + " AS "
                        + SqlText.identifier(index.column().name()))
                .collect(Collectors.joining(", "));
        return "SELECT *, " + items + " FROM (" + rows + ")";
    }

    private static String union(ResolvedInput resolved, boolean addWave) {
        boolean numbers = resolved.waves().stream().allMatch(w -> w.name().matches("\\d{1,9}"));
        List<String> parts = new ArrayList<>();
        for (ResolvedInput.Wave wave : resolved.waves()) {
            String label = numbers ? wave.name() : SqlText.literal(wave.name());
            for (Path file : wave.parquet()) {
                parts.add("SELECT *, " + (addWave ? label + " AS " + WAVE + ", " : "") + parts.size() + " AS " + FILE
                        + " FROM read_parquet(" + SqlText.literal(file.toString())
                        + ", file_row_number = true)");
            }
        }
        return String.join(" UNION ALL BY NAME ", parts);
    }

    private static String lag(StudySpec.Input input, List<Variable> columns) {
        OptionalInt lag = input.lag();
        if (lag.isEmpty()) {
            return "";
        }
        if (columns.stream().noneMatch(v -> v.name().equals(YEAR) && v.type().isNumeric())) {
            throw Diagnostic.error(
                            SampleCode.KEYS_DIFFER,
                            "input `" + input.name() + "` has a lag but no numeric column `" + YEAR + "`")
                    .at(input.place())
                    .toException();
        }
        return "REPLACE (" + YEAR + " + " + lag.getAsInt() + " AS " + YEAR + ")";
    }

    /** The engine knows the type, the codebook the words. */
    private static Variable labelled(Variable column, StudySpec.Input input, ResolvedInput resolved) {
        String original = input.rename().entrySet().stream()
                .filter(e -> e.getValue().equals(column.name()))
                .map(e -> e.getKey().name())
                .findFirst()
                .orElse(column.name());
        return resolved.codebook()
                .variable(original)
                .map(v -> v.withType(column.type()).withName(column.name()))
                .orElse(column);
    }

    boolean has(String column) {
        return variables.stream().anyMatch(v -> v.name().equals(column));
    }

    String name() {
        return input.name();
    }

    /** Quoted names, separated by commas. */
    static String list(List<String> names) {
        return names.stream().map(SqlText::identifier).collect(Collectors.joining(", "));
    }
}
