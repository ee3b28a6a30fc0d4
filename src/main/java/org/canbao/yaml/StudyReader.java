package org.canbao.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ChoicesSpec;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.OtherSamples;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** Reads a study from a YAML file: everything that is wrong in it is reported at once, and nothing is run. */
public final class StudyReader {
    private static final Pattern LIST_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    static final KeySet KEYS = KeySet.of(
            "a study",
            "study",
            "its id, which is also its folder under out/",
            "title",
            "its title, in one language or {en, zh}",
            "question",
            "what it asks, for the head of its page, in one language or {en, zh}",
            "abstract",
            "what it does, for the head of its page, in one language or {en, zh}",
            "inputs",
            "where the data come from, by the name that the study gives them",
            "sample",
            "how the analysis sample is built: joins, derived columns, filters",
            "samples",
            "further samples by name, each built like `sample`; specs, tables and figures name theirs",
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
            "choices",
            "what the paper leaves open: points with their alternatives, and specification curves over them",
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
        Optional<Text> question = fields.optional("question", Values::bilingual);
        Optional<Text> summary = fields.optional("abstract", Values::bilingual);
        Map<String, StudySpec.Input> inputs =
                fields.required("inputs", this::inputs).orElse(Map.of());
        Set<String> inputNames = namesUnder(root, "inputs");
        Optional<StudySpec.SampleSpec> sample = fields.required(
                        "sample", node -> new SampleSpecReader(inputNames, problems).read(node))
                .flatMap(read -> read);
        Map<String, StudySpec.SampleSpec> others = fields.optional(
                        "samples",
                        node -> samples(node, new LikeSamples(root.get("sample").orElse(root)), inputNames))
                .orElse(Map.of());
        FormulaLists lists = fields.optional("lists", this::lists).orElse(FormulaLists.NONE);
        Map<String, Text> labels = fields.optional("labels", this::labels).orElse(Map.of());
        Map<String, Located> defaults = defaults(fields);
        SpecBook book = new SpecBook(
                root.get("specs").orElse(new Located.Mapping(List.of(), root.place())), defaults, lists, problems);
        Map<String, ModelSpec> specs = fields.optional(
                        "specs", node -> Entries.read(node, "a spec {model: …}", problems, book::spec))
                .orElse(Map.of());
        Declared declared = new Declared(namesUnder(root, "specs"), specs, new FormulaParser(lists));
        Map<String, TableSpec> tables = fields.optional(
                        "tables",
                        node -> Entries.read(node, "a table", problems, new TableReader(declared, problems)::read))
                .orElse(Map.of());
        Map<String, FigureSpec> figures = fields.optional(
                        "figures",
                        node -> Entries.read(node, "a figure", problems, new FigureReader(declared, problems)::read))
                .orElse(Map.of());
        ChoicesSpec choices = sample.flatMap(read ->
                        fields.optional("choices", node -> choices(node, inputs, read, book, declared, fields)))
                .orElse(ChoicesSpec.NONE);
        OtherSamples beside = new SampleUses(root, others, defaults, problems).read(figures);
        choices.curves().values().forEach(curve -> checkCurve(curve, namesUnder(root, "figures"), beside));
        Optional<String> published =
                fields.optional("published", node -> Values.beside(node, "a folder", "published/my-study"));
        Optional<Text> notes = fields.optional("notes", Values::bilingual);
        Optional<PrivacySpec> privacy = fields.optional("privacy", PrivacyReader::ofStudy);
        sample.ifPresent(main -> checkOptional(main, inputs));
        if (!problems.hasErrors()) {
            warnUnused(lists, inputs, sample, others);
        }
        return fields.failed() || sample.isEmpty()
                ? Optional.empty()
                : Optional.of(new StudySpec(
                        id.orElseThrow(),
                        file,
                        title.orElseThrow(),
                        question,
                        summary,
                        inputs,
                        sample.get(),
                        beside,
                        labels,
                        specs,
                        tables,
                        figures,
                        choices,
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

    private Map<String, StudySpec.SampleSpec> samples(Located node, LikeSamples like, Set<String> inputNames) {
        return Entries.read(node, "a sample {from: …}", problems, (name, mapping) -> {
            if (name.value().equals(OtherSamples.MAIN)) {
                throw Diagnostic.error(YamlCode.CONFLICT, "`" + OtherSamples.MAIN + "` is the sample under `sample`")
                        .at(name.place())
                        .hint("give the further sample another name")
                        .toException();
            }
            return new SampleSpecReader(inputNames, problems).read(like.whole(name.value(), mapping));
        });
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

    private ChoicesSpec choices(
            Located node,
            Map<String, StudySpec.Input> inputs,
            StudySpec.SampleSpec sample,
            SpecBook book,
            Declared declared,
            Fields fields) {
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        return new ChoicesReader(
                        new AlternativeReader(inputs, sample, declared.formulas(), problems),
                        new CurveReader(book, declared, seed, problems),
                        problems)
                .read(node);
    }

    /** A curve may not write the files of a figure, and is about the main sample. */
    private void checkCurve(CurveSpec curve, Set<String> figures, OtherSamples beside) {
        if (!beside.ofSpec(curve.of().name()).equals(OtherSamples.MAIN)) {
            problems.add(Diagnostic.error(
                            YamlCode.CONFLICT,
                            "spec `" + curve.of() + "` is about sample `"
                                    + beside.ofSpec(curve.of().name()) + "`, and curves are about the main sample")
                    .at(curve.of().place()));
        }
        if (figures.contains(curve.id())) {
            problems.add(Diagnostic.error(
                            YamlCode.CONFLICT, "there is a figure `" + curve.id() + "` as well as a curve")
                    .at(curve.place())
                    .hint("both are written to figures/" + curve.id() + ": give one another id"));
        }
    }

    /** Without its main sample there is no study. */
    private void checkOptional(StudySpec.SampleSpec main, Map<String, StudySpec.Input> inputs) {
        for (String name : main.inputs()) {
            StudySpec.Input input = inputs.get(name);
            if (input != null && input.optional()) {
                problems.add(Diagnostic.error(
                                YamlCode.CONFLICT, "input `" + name + "` is optional, but `sample` is made from it")
                        .at(input.place())
                        .hint("use it in a further sample, under `samples`, or take away `optional`"));
            }
        }
    }

    private void warnUnused(
            FormulaLists lists,
            Map<String, StudySpec.Input> inputs,
            Optional<StudySpec.SampleSpec> sample,
            Map<String, StudySpec.SampleSpec> others) {
        lists.unused()
                .forEach((name, text) ->
                        problems.add(Diagnostic.warning(YamlCode.UNUSED, "list `@" + name + "` is not used")
                                .at(text.place())));
        sample.ifPresent(s -> {
            Set<String> used = new LinkedHashSet<>(s.inputs());
            others.values().forEach(other -> used.addAll(other.inputs()));
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
