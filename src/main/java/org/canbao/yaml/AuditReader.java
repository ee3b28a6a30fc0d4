package org.canbao.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.audit.AuditSpec;
import org.canbao.spec.audit.CheckSpec;
import org.canbao.spec.audit.SeriesSpec;

/** Reads what holds between printed numbers ({@code checks.yaml}): everything that is wrong is reported at once. */
public final class AuditReader {
    static final KeySet KEYS = KeySet.of(
            "checks of printed numbers",
            "stars",
            "the significance level of each mark, strictest first; *** 0.01, ** 0.05, * 0.1 by default",
            "series",
            "printed numbers by name",
            "checks",
            "the checks by id");

    private final Problems problems = new Problems();

    private AuditReader() {}

    /**
     * Reads a file.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static AuditSpec read(Path file) {
        return read(YamlLoader.text(file), file.toString());
    }

    /**
     * Reads a text.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static AuditSpec read(String text, String fileName) {
        AuditReader reader = new AuditReader();
        Located root = YamlLoader.load(fileName, text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(fileName))
                        .hint("expected checks: " + String.join(", ", KEYS.keys()))
                        .toException());
        AuditSpec spec = reader.audit(Values.mapping(root, "a mapping of keys, for example `checks: …`"));
        InFileOrder.throwIfErrors(reader.problems);
        return spec;
    }

    private AuditSpec audit(Located.Mapping root) {
        Fields fields = new Fields(root, KEYS, problems, root.place());
        Map<String, Double> stars = fields.optional("stars", AuditReader::stars).orElse(AuditSpec.USUAL_STARS);
        Map<String, SeriesSpec> series = new LinkedHashMap<>();
        List<String> declared = new ArrayList<>();
        fields.optional("series", node -> Values.mapping(node, "a mapping of names to series"))
                .ifPresent(all -> all.entries().forEach(e -> {
                    declared.add(e.name());
                    series(e).ifPresent(s -> series.put(e.name(), s));
                }));
        List<CheckSpec> checks = new ArrayList<>();
        CheckReader reader = new CheckReader(declared, problems);
        fields.required("checks", node -> Values.mapping(node, "a mapping of ids to checks"))
                .ifPresent(all -> all.entries().forEach(e -> reader.read(e).ifPresent(checks::add)));
        return new AuditSpec(stars, series, checks);
    }

    private Optional<SeriesSpec> series(Located.Entry entry) {
        try {
            Located.Mapping mapping = Values.mapping(entry.value(), "a series {table: …}");
            return new SeriesReader(problems).read(entry.key(), mapping);
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }

    private static Map<String, Double> stars(Located node) {
        Map<String, Double> stars = new LinkedHashMap<>();
        double last = 0;
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of marks to levels").entries()) {
            double level = Values.number(entry.value());
            if (!(level > last && level < 1)) {
                throw Values.wrongKind(entry.value(), "a level above the one before it and below 1");
            }
            stars.put(entry.name(), level);
            last = level;
        }
        return stars;
    }
}
