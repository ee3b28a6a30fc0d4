package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.diag.Severity;
import org.canbao.files.TemporaryFolder;
import org.canbao.ingest.binding.Binding;
import org.canbao.ingest.binding.BoundVariable;
import org.canbao.ingest.binding.HarmonisingReader;
import org.canbao.ingest.binding.HashKey;
import org.canbao.schema.DataSchema;

/**
 * How a schema fits a raw file, from one pass over it. Text values are shown only if several cells have them: rare ones
 * may identify persons.
 *
 * @param harmonised what the store would have
 * @param binding which raw variable each harmonised one is
 * @param misfits values without a code or of another type, most cells first, by harmonised variable
 * @param rules what the rules of the schema find in this file alone
 */
public record SchemaInspection(
        Inspection harmonised, Binding binding, Map<String, List<Misfit>> misfits, List<Codebook.RuleCount> rules) {
    /** Texts of fewer cells are counted together. */
    static final int FEWEST_CELLS = 5;

    private static final int MOST_VALUES = 1_000;
    private static final long ALL_REJECTS = Long.MAX_VALUE / 2;

    public SchemaInspection {
        misfits = Collections.unmodifiableMap(new TreeMap<>(misfits));
        rules = List.copyOf(rules);
    }

    /**
     * A raw value that has no place in its harmonised variable.
     *
     * @param value the value; empty for several that are counted together
     * @param cells how many cells have it
     * @param reason why
     */
    public record Misfit(Optional<String> value, long cells, String reason) {}

    /**
     * Reads a file.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be read; that the schema does not fit is no exception
     */
    public static SchemaInspection of(Path file, OpenOptions options, DataSchema schema) {
        String name = String.valueOf(file.getFileName());
        SchemaInspection inspection;
        try (RawReader raw = RawFiles.open(file, options)) {
            inspection = of(name, raw, schema);
        }
        boolean bound = inspection.binding.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
        boolean judged =
                bound && inspection.harmonised.rows() > 0 && !schema.rules().isEmpty();
        return judged
                ? new SchemaInspection(
                        inspection.harmonised, inspection.binding, inspection.misfits, rules(file, options, schema))
                : inspection;
    }

    /** Rules compare rows with each other, as the store has them: the file is ingested aside, and forgotten. */
    private static List<Codebook.RuleCount> rules(Path file, OpenOptions options, DataSchema schema) {
        try (TemporaryFolder aside = TemporaryFolder.create("canbao-inspect")) {
            IngestRequest request =
                    new IngestRequest(schema.dataset(), List.of(file), "", aside.path(), options, ALL_REJECTS, 1);
            return new Ingestor()
                    .ingest(request.withSchema(schema), Progress.NONE)
                    .schema()
                    .orElseThrow()
                    .rules();
        }
    }

    static SchemaInspection of(String name, RawReader raw, DataSchema schema) {
        Binding binding = Binding.of(schema, raw.description().variables(), name);
        Map<String, Map<List<String>, Long>> cells = new HashMap<>();
        RawReader reader = new HarmonisingReader(raw, binding, 0, HashKey.passing());
        Inspection harmonised = Inspection.of(name, reader, Inspection.BATCH_ROWS, (row, column, value, reason) -> {
            Map<List<String>, Long> values = cells.computeIfAbsent(column, c -> new HashMap<>());
            List<String> key = List.of(values.size() < MOST_VALUES ? value : "", reason);
            values.merge(key, 1L, Long::sum);
        });
        Map<String, List<Misfit>> misfits = new TreeMap<>();
        cells.forEach((column, values) -> misfits.put(column, misfits(values, isText(binding, column))));
        return new SchemaInspection(harmonised, binding, misfits, List.of());
    }

    /** Cells of a variable that were empty in the file, not counting those that do not fit. */
    long empty(VariableSummary summary) {
        return summary.missing()
                - misfits.getOrDefault(summary.variable().name(), List.of()).stream()
                        .mapToLong(Misfit::cells)
                        .sum();
    }

    /** Whether the files could be ingested with the schema, without a reject. */
    public boolean fits() {
        return misfits.isEmpty() && binding.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    private static boolean isText(Binding binding, String column) {
        return binding.allBound().stream()
                .filter(b -> b.variable().name().equals(column))
                .map(BoundVariable::raw)
                .anyMatch(raw -> raw.type() == ValueType.STRING);
    }

    private static List<Misfit> misfits(Map<List<String>, Long> values, boolean text) {
        List<Misfit> misfits = new ArrayList<>();
        Map<String, Long> together = new TreeMap<>();
        values.forEach((key, count) -> {
            if (key.get(0).isEmpty() || (text && count < FEWEST_CELLS)) {
                together.merge(key.get(1), count, Long::sum);
            } else {
                misfits.add(new Misfit(Optional.of(key.get(0)), count, key.get(1)));
            }
        });
        misfits.sort(Comparator.comparingLong(Misfit::cells)
                .reversed()
                .thenComparing(m -> m.value().orElse(""))
                .thenComparing(Misfit::reason));
        together.forEach((reason, count) -> misfits.add(new Misfit(Optional.empty(), count, reason)));
        return List.copyOf(misfits);
    }
}
