package org.canbao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;

/**
 * An input as a view of the engine: its waves one after the other, with a column {@code wave} if there are several and
 * none has that name, and its {@code year} moved by the lag.
 *
 * @param name its name in the study
 * @param view the name of the view
 * @param columns its columns with their labels, without those that canbao adds
 * @param rows how many rows
 */
public record InputView(String name, String view, List<Variable> columns, long rows) {
    private static final String WAVE = "wave";
    private static final String YEAR = "year";
    private static final String WAVE_ORDER = "canbao_wave";

    public InputView {
        columns = List.copyOf(columns);
    }

    /** The order of its rows, as SQL for an ORDER BY of a relation called {@code alias}. */
    static String order(String alias) {
        return alias + "." + WAVE_ORDER + ", " + alias + "." + SqlEngine.FILE_COLUMN + ", " + alias + "."
                + SqlEngine.ROW_COLUMN;
    }

    /** Makes the view of an input. */
    public static InputView create(SqlEngine engine, ResolvedInput input, OptionalInt lag) {
        boolean addWave =
                input.waves().size() > 1 && input.variable(WAVE).isEmpty();
        boolean numbers =
                input.codebooks().stream().allMatch(c -> c.wave().matches("-?[0-9]{1,9}"));
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < input.waves().size(); k++) {
            ResolvedInput.Wave wave = input.waves().get(k);
            String part = "canbao_input_" + input.name() + "_" + k;
            engine.viewOfParquet(part, wave.parquet());
            String value = numbers
                    ? wave.codebook().wave()
                    : SqlText.literal(wave.codebook().wave());
            parts.add("SELECT *, " + k + " AS " + WAVE_ORDER + (addWave ? ", " + value + " AS " + WAVE : "") + " FROM "
                    + SqlText.identifier(part));
        }
        String union = String.join(" UNION ALL BY NAME ", parts);
        String query = lag.isPresent()
                ? "SELECT * REPLACE (" + YEAR + " + " + lag.getAsInt() + " AS " + YEAR + ") FROM (" + union + ")"
                : union;
        String view = "canbao_input_" + input.name();
        engine.execute("CREATE OR REPLACE VIEW " + SqlText.identifier(view) + " AS " + query);
        return new InputView(
                input.name(),
                view,
                described(engine.columns(SqlText.identifier(view)), input),
                input.codebooks().stream().mapToLong(c -> c.rows()).sum());
    }

    /** The engine's columns with the labels of the codebooks. */
    private static List<Variable> described(List<Variable> columns, ResolvedInput input) {
        return columns.stream()
                .filter(c -> !c.name().startsWith("canbao_"))
                .map(c -> input.variable(c.name())
                        .map(v -> v.withType(c.type()))
                        .orElse(c))
                .toList();
    }

    /** Its columns by name. */
    Map<String, Variable> byName() {
        Map<String, Variable> byName = new LinkedHashMap<>();
        columns.forEach(c -> byName.put(c.name(), c));
        return byName;
    }

    /** Whether two types of keys compare: text with text, other types with each other. */
    static boolean comparable(ValueType a, ValueType b) {
        return (a == ValueType.STRING) == (b == ValueType.STRING);
    }
}
