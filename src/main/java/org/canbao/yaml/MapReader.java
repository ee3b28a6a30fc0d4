package org.canbao.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.Text;
import org.canbao.spec.compare.MapSpec;
import org.canbao.spec.compare.MapSpec.Cells;
import org.canbao.spec.compare.MapSpec.Exhibit;
import org.canbao.spec.compare.MapSpec.Part;
import org.canbao.spec.compare.MapSpec.Pick;
import org.canbao.spec.compare.MapSpec.Target;

/** Reads which printed number is replicated by what ({@code map.yaml}): everything that is wrong is reported at once. */
public final class MapReader {
    private static final String OF =
            "which number of an estimate it is: estimate, std_error, statistic, p_value, conf_low or conf_high";

    static final KeySet KEYS = KeySet.of(
            "a map of printed numbers",
            "exhibits",
            "where the numbers of each printed table are replicated",
            "not_compared",
            "why the numbers of other printed tables are not, in one language or {en, zh}");

    static final KeySet CELLS = KeySet.of(
            "an exhibit",
            "columns",
            "for each printed column the spec, or the column of `table`: its number or its header",
            "rows",
            "for each printed row the coefficient, or where it is; by default its own name",
            "table",
            "the table of the study that has the numbers, if they are no coefficients",
            "statistics",
            "for printed statistics that are elsewhere than the others, where: {n: {columns: …}}",
            "scale",
            "what the replicated numbers are multiplied by; 100 if shares are printed in percent");

    static final KeySet EXHIBIT = CELLS.and(KeySet.of("an exhibit", "panels", "the same for each printed panel"));

    static final KeySet TARGET = KeySet.of(
            "a row",
            "spec",
            "the spec, if it is not that of the column",
            "coefficient",
            "the coefficient",
            "at",
            "where in the JSON of the result, for example `aggregate.simple`",
            "of",
            OF,
            "none",
            "why nothing replicates it, in one language or {en, zh}");

    static final KeySet PICK = KeySet.of(
            "a statistic",
            "columns",
            "for each printed column the spec, or the column of `table`, if other than those of the exhibit",
            "of",
            OF);

    /** Names with underscores, as in the JSON of results. */
    private static final Choice<Part> PART = new Choice<>("of", parts());

    private final Problems problems = new Problems();

    private MapReader() {}

    /**
     * Reads a file.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static MapSpec read(Path file) {
        return read(YamlLoader.text(file), file.toString());
    }

    /**
     * Reads a text.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static MapSpec read(String text, String fileName) {
        MapReader reader = new MapReader();
        Located root = YamlLoader.load(fileName, text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(fileName))
                        .hint("expected a map: " + String.join(", ", KEYS.keys()))
                        .toException());
        MapSpec spec = reader.map(Values.mapping(root, "a mapping of keys, for example `exhibits: …`"));
        InFileOrder.throwIfErrors(reader.problems);
        return spec;
    }

    private MapSpec map(Located.Mapping root) {
        Fields fields = new Fields(root, KEYS, problems, root.place());
        Map<String, Exhibit> exhibits = fields.required(
                        "exhibits", node -> entries(node, "an exhibit {columns: …}", this::exhibit))
                .orElse(Map.of());
        Map<String, Text> notCompared = fields.optional(
                        "not_compared", node -> entries(node, "a reason", entry -> Values.bilingual(entry.value())))
                .orElse(Map.of());
        return new MapSpec(exhibits, notCompared);
    }

    private Exhibit exhibit(Located.Entry entry) {
        Located.Mapping mapping = Values.mapping(entry.value(), "an exhibit {columns: …}");
        Fields fields = new Fields(mapping, EXHIBIT, problems, entry.key().place());
        Map<String, Cells> panels = new LinkedHashMap<>();
        fields.optional("panels", node -> entries(node, "a panel {columns: …}", this::panel))
                .ifPresent(panels::putAll);
        if (panels.isEmpty()) {
            panels.put("", cells(fields));
        }
        return new Exhibit(panels);
    }

    private Cells panel(Located.Entry entry) {
        Located.Mapping mapping = Values.mapping(entry.value(), "a panel {columns: …}");
        return cells(new Fields(mapping, CELLS, problems, entry.key().place()));
    }

    private Cells cells(Fields fields) {
        return new Cells(
                fields.optional("table", node -> Values.id(Values.scalar(node, "the id of a table"))),
                columns(fields),
                fields.optional("rows", node -> entries(node, "a coefficient", this::target))
                        .orElse(Map.of()),
                fields.optional("statistics", node -> entries(node, "a statistic {columns: …}", this::pick))
                        .orElse(Map.of()),
                fields.optional("scale", Values::number).orElse(1.0));
    }

    private Map<String, String> columns(Fields fields) {
        return fields.optional("columns", node -> entries(node, "the id of a spec", e -> Values.text(e.value())))
                .orElse(Map.of());
    }

    private Pick pick(Located.Entry entry) {
        Located.Mapping mapping = Values.mapping(entry.value(), "a statistic {columns: …}");
        Fields fields = new Fields(mapping, PICK, problems, entry.key().place());
        return new Pick(columns(fields), fields.optional("of", MapReader::part));
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            parts.put(part.name().toLowerCase(Locale.ROOT), part);
        }
        return parts;
    }

    private static Part part(Located node) {
        return PART.read(node);
    }

    private Target target(Located.Entry entry) {
        if (!(entry.value() instanceof Located.Mapping mapping)) {
            return Target.named(Values.text(entry.value()));
        }
        Fields fields = new Fields(mapping, TARGET, problems, entry.key().place());
        if (fields.has("none") && mapping.entries().size() > 1) {
            fields.report("none", Diagnostic.error(YamlCode.CONFLICT, "a row that is nowhere has `none` alone"));
        }
        if (fields.has("coefficient") && fields.has("at")) {
            fields.report("at", Diagnostic.error(YamlCode.CONFLICT, "a row has either `coefficient` or `at`"));
        }
        return new Target(
                fields.optional("spec", Values::text),
                fields.optional("coefficient", Values::text),
                fields.optional("at", Values::text),
                fields.optional("of", MapReader::part),
                fields.optional("none", Values::bilingual));
    }

    private <T> Map<String, T> entries(Located node, String expected, Function<Located.Entry, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of names to " + expected).entries()) {
            attempt(() -> reader.apply(entry)).ifPresent(value -> read.put(entry.name(), value));
        }
        return read;
    }

    private <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }
}
