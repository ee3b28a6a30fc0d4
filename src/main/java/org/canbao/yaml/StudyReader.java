package org.canbao.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** Reads a study from a YAML file: everything that is wrong in it is reported at once, and nothing is run. */
public final class StudyReader {
    private static final Pattern LIST_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    private static final Pattern FOLDER =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    static final KeySet KEYS = KeySet.of(
            "a study",
            "study",
            "its id, which is also its folder under out/",
            "title",
            "its title, in one language or {en, zh}",
            "inputs",
            "where the data come from, by the name that the study gives them",
            "sample",
            "how the analysis sample is built: joins, derived columns, filters",
            "lists",
            "lists of terms by name; \"@name\" inserts them into formulas and rows",
            "labels",
            "labels of variables and terms, in one language or {en, zh}",
            "defaults",
            "keys that every spec has unless it says otherwise",
            "specs",
            "the estimates, by id",
            "tables",
            "the tables, by id",
            "figures",
            "the figures, by id",
            "published",
            "folder with the published numbers, beside the study file; the manifest records their hashes",
            "notes",
            "notes printed under every exhibit, in one language or {en, zh}",
            "privacy",
            "which counts of persons exhibits may show; by default what the schemas of the inputs say",
            "seed",
            "seed of every random draw that does not say its own; 1 by default");

    private final String file;
    private final Problems problems;

    private StudyReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a study file.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static StudySpec read(Path file) {
        return read(file, new Problems());
    }

    /**
     * Reads a study file.
     *
     * @param warnings receives what does not stop the study, such as lists that are not used
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static StudySpec read(Path file, Problems warnings) {
        return read(YamlLoader.text(file), file.toString(), warnings);
    }

    /**
     * Reads the text of a study file.
     *
     * @param fileName the name of the file, for messages
     * @param warnings receives what does not stop the study
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static StudySpec read(String text, String fileName, Problems warnings) {
        Located root = YamlLoader.load(fileName, text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(fileName))
                        .hint("expected a study: " + String.join(", ", KEYS.keys()))
                        .toException());
        Problems problems = new Problems();
        Optional<StudySpec> study = new StudyReader(fileName, problems)
                .study(Values.mapping(root, "a mapping of keys, for example `study: my-study`"));
        InFileOrder.throwIfErrors(problems);
        InFileOrder.sorted(problems).forEach(warnings::add);
        return study.orElseThrow(() -> new IllegalStateException("no study and no finding"));
    }

    private Optional<StudySpec> study(Located.Mapping root) {
        Fields fields = new Fields(root, KEYS, problems, root.place());
        Optional<String> id = fields.required("study", node -> Values.id(Values.scalar(node, "an id")));
        Optional<Text> title = fields.required("title", Values::bilingual);
        Map<String, StudySpec.Input> inputs =
                fields.required("inputs", this::inputs).orElse(Map.of());
        Set<String> inputNames = namesUnder(root, "inputs");
        Optional<StudySpec.SampleSpec> sample = fields.required(
                        "sample", node -> new SampleSpecReader(inputNames, problems).read(node))
                .flatMap(read -> read);
        FormulaLists lists = fields.optional("lists", this::lists).orElse(FormulaLists.NONE);
        Map<String, Text> labels = fields.optional("labels", this::labels).orElse(Map.of());
        Map<String, Located> defaults = defaults(fields);
        Map<String, ModelSpec> specs =
                fields.optional("specs", node -> specs(node, defaults, lists)).orElse(Map.of());
        Declared declared = new Declared(namesUnder(root, "specs"), specs, new FormulaParser(lists));
        Map<String, TableSpec> tables = fields.optional(
                        "tables",
                        node -> Entries.read(node, "a table", problems, new TableReader(declared, problems)::read))
                .orElse(Map.of());
        Map<String, FigureSpec> figures = fields.optional(
                        "figures",
                        node -> Entries.read(node, "a figure", problems, new FigureReader(declared, problems)::read))
                .orElse(Map.of());
        Optional<String> published = fields.optional("published", StudyReader::folder);
        Optional<Text> notes = fields.optional("notes", Values::bilingual);
        Optional<PrivacySpec> privacy =
                fields.optional("privacy", PrivacyReader::ofStudy);
        if (!problems.hasErrors()) {
            warnUnused(lists, inputs, sample);
        }
        return fields.failed() || sample.isEmpty()
                ? Optional.empty()
                : Optional.of(new StudySpec(
                        id.orElseThrow(),
                        file,
                        title.orElseThrow(),
                        inputs,
                        sample.get(),
                        labels,
                        specs,
                        tables,
                        figures,
                        published,
                        notes,
                        privacy));
    }

    /** The keys under a key, also of entries that cannot be read. */
    private static Set<String> namesUnder(Located.Mapping root, String key) {
        Set<String> names = new LinkedHashSet<>();
        if (root.get(key).orElse(null) instanceof Located.Mapping mapping) {
            mapping.entries().forEach(e -> names.add(e.name()));
        }
        return names;
    }

    private Map<String, StudySpec.Input> inputs(Located node) {
        return Entries.read(
                node, "an input {dataset: …}", problems, (name, mapping) -> InputReader.read(name, mapping, problems));
    }

    private FormulaLists lists(Located node) {
        Map<String, Located.Scalar> texts = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of names to terms").entries()) {
            attempt(() -> {
                if (!LIST_NAME.matcher(entry.name()).matches()) {
                    throw Diagnostic.error(YamlCode.BAD_ID, "`" + entry.name() + "` cannot be the name of a list")
                            .at(entry.key().place())
                            .hint("expected letters, digits, underscores and dots, beginning with a letter")
                            .toException();
                }
                texts.put(entry.name(), Values.scalar(entry.value(), "terms, for example `age + age^2`"));
            });
        }
        FormulaLists lists = new FormulaLists(texts);
        texts.forEach((name, text) -> attempt(() -> lists.terms(name, text.place())));
        return lists;
    }

    private Map<String, Text> labels(Located node) {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of variables to labels").entries()) {
            attempt(() -> labels.put(entry.name(), Values.bilingual(entry.value())));
        }
        return labels;
    }

    private Map<String, Located> defaults(Fields fields) {
        Map<String, Located> defaults = new HashMap<>();
        fields.optional("seed", node -> {
                    Values.whole(node);
                    return node;
                })
                .ifPresent(node -> defaults.put("seed", node));
        fields.optional("defaults", node -> {
            Located.Mapping mapping = Values.mapping(node, "a mapping of keys of specs");
            ModelReaders.ANY_MODEL.reportUnknown(mapping, problems);
            mapping.entries().forEach(e -> defaults.put(e.name(), e.value()));
            return mapping;
        });
        return defaults;
    }

    private Map<String, ModelSpec> specs(Located node, Map<String, Located> defaults, FormulaLists lists) {
        SpecBook book = new SpecBook(node, defaults, lists, problems);
        return Entries.read(node, "a spec {model: …}", problems, book::spec);
    }

    private static String folder(Located node) {
        String folder = Values.text(node);
        if (!FOLDER.matcher(folder).matches()) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + folder + "` is not a folder beside the study file")
                    .at(node.place())
                    .hint("expected a relative path without `..`, for example published/my-study")
                    .toException();
        }
        return folder;
    }

    private void warnUnused(
            FormulaLists lists, Map<String, StudySpec.Input> inputs, Optional<StudySpec.SampleSpec> sample) {
        lists.unused()
                .forEach((name, text) ->
                        problems.add(Diagnostic.warning(YamlCode.UNUSED, "list `@" + name + "` is not used")
                                .at(text.place())));
        sample.ifPresent(s -> {
            Set<String> used = new LinkedHashSet<>(Set.of(s.from().name()));
            s.allJoins().forEach(join -> used.add(join.input().name()));
            inputs.values().stream()
                    .filter(input -> !used.contains(input.name()))
                    .forEach(input ->
                            problems.add(Diagnostic.warning(YamlCode.UNUSED, "input `" + input.name() + "` is not used")
                                    .at(input.place())));
        });
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (CanbaoException e) {
            problems.addAll(e);
        }
    }
}
