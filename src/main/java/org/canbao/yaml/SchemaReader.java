package org.canbao.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.canbao.data.Bilingual;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.schema.DataSchema;
import org.canbao.schema.Roster;
import org.canbao.schema.Rule;
import org.canbao.schema.SchemaVariable;

/** Reads a data schema from a YAML file: everything that is wrong in it is reported at once. */
public final class SchemaReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String RESERVED = "canbao_";

    static final KeySet KEYS = KeySet.of(
            "a data schema",
            "schema",
            "its id, which is also its name under data-schemas/",
            "extends",
            "the schema beside this one whose keys hold where this one says nothing; mappings are merged key by key, null"
                    + " takes a key away",
            "dataset",
            "the data set whose raw files have this layout",
            "title",
            "what it is, in one language or {en, zh}",
            "expected_rows",
            "how many rows the published files have; a warning tells if there are others",
            "rows_note",
            "what that warning says to who has such a file, in one language or {en, zh}",
            "keep_others",
            "whether raw variables that are not named here are kept, under their own names; true by default",
            "variables",
            "the harmonised variables, by name",
            "roster",
            "the persons of a household who stand side by side in a row, and harmonised variables that count them",
            "privacy",
            "which counts of persons exhibits made from the files may show; none below 5 by default if the schema has"
                    + " identifiers",
            "rules",
            "what may be wrong with rows, and what is done about it, in order");

    private static final KeySet OVERRIDE_KEYS = KeySet.of(
            "an override of a schema",
            "variables",
            "what to change in variables of the schema, or new ones",
            "roster",
            "what to change in its roster",
            "keep_others",
            "whether raw variables that are not named are kept",
            "rules",
            "other rules in the place of those of the schema");

    private final Problems problems;

    private SchemaReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a schema file and those that it extends.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static DataSchema read(Path file) {
        return read(file, List.of());
    }

    /**
     * Reads a schema file, those that it extends, and files that change it.
     *
     * @param overrides files with some keys of a schema, each over what stands before
     * @throws CanbaoException with everything that is wrong in them, in the order of the files
     */
    public static DataSchema read(Path file, List<Path> overrides) {
        Located.Mapping root = SchemaLayers.whole(SchemaLayers.mapping(file, YamlLoader.text(file)), file);
        Problems problems = new Problems();
        for (Path override : overrides) {
            Located.Mapping above = SchemaLayers.mapping(override, YamlLoader.text(override));
            OVERRIDE_KEYS.reportUnknown(above, problems);
            root = SchemaLayers.over(root, above);
        }
        problems.throwIfErrors();
        return read(root);
    }

    /**
     * Reads the text of a schema file.
     *
     * @param fileName the name of the file, for messages
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static DataSchema read(String text, String fileName) {
        Path file = Path.of(fileName);
        return read(SchemaLayers.whole(SchemaLayers.mapping(file, text), file));
    }

    private static DataSchema read(Located.Mapping root) {
        Problems problems = new Problems();
        Optional<DataSchema> schema = new SchemaReader(problems).schema(root);
        InFileOrder.throwIfErrors(problems);
        return schema.orElseThrow(() -> new IllegalStateException("no schema and no finding"));
    }

    private Optional<DataSchema> schema(Located.Mapping root) {
        Fields fields = new Fields(root, KEYS, problems, root.place());
        Optional<String> id = fields.required("schema", node -> Values.id(Values.scalar(node, "an id")));
        Optional<String> dataset = fields.required("dataset", node -> Values.id(Values.scalar(node, "a data set")));
        Optional<Bilingual> title = fields.required("title", SchemaReader::bilingual);
        Optional<Long> rows = fields.optional("expected_rows", SchemaReader::count);
        Optional<Bilingual> rowsNote = fields.optional("rows_note", SchemaReader::bilingual);
        boolean keep = fields.optional("keep_others", Values::bool).orElse(true);
        fields.optional(SchemaLayers.EXTENDS, Values::text);
        List<SchemaVariable> variables =
                fields.required("variables", node -> variables(node, problems)).orElse(List.of());
        Optional<Roster> roster =
                fields.optional("roster", new RosterReader(problems)::read).flatMap(read -> read);
        List<Rule> rules = fields.optional(
                        "rules",
                        new RuleReader(
                                variables.stream().map(SchemaVariable::name).collect(Collectors.toSet()))::read)
                .orElse(List.of());
        int suppressBelow = fields.optional("privacy", PrivacyReader::ofSchema)
                .orElseGet(() -> DataSchema.identifyPersons(variables, roster) ? PrivacyReader.USUAL : 0);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new DataSchema(
                        id.orElseThrow(),
                        dataset.orElseThrow(),
                        title.orElseThrow(),
                        rows.isPresent() ? OptionalLong.of(rows.get()) : OptionalLong.empty(),
                        rowsNote,
                        keep,
                        variables,
                        roster,
                        suppressBelow,
                        rules,
                        root.place()));
    }

    /** Variables by name; findings are collected. */
    static List<SchemaVariable> variables(Located node, Problems problems) {
        List<SchemaVariable> variables = new ArrayList<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of names to variables").entries()) {
            try {
                String name = name(entry.key());
                Located.Mapping mapping = Values.mapping(entry.value(), "a variable {raw: …}");
                SchemaVariableReader.read(name, mapping, entry.key().place(), problems)
                        .ifPresent(variables::add);
            } catch (CanbaoException e) {
                problems.addAll(e);
            }
        }
        return variables;
    }

    /** The name becomes a column of the store, next to its companion of missing codes. */
    static String name(Located.Scalar key) {
        String name = key.value();
        if (!NAME.matcher(name).matches() || name.endsWith(Variable.MISSING_SUFFIX) || name.startsWith(RESERVED)) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + name + "` cannot be the name of a harmonised variable")
                    .at(key.place())
                    .hint("expected small letters a-z, digits and `_`, beginning with a letter; not beginning with `"
                            + RESERVED + "` nor ending with `" + Variable.MISSING_SUFFIX
                            + "`, which canbao uses itself")
                    .toException();
        }
        return name;
    }

    private static long count(Located node) {
        long count = Values.whole(node);
        if (count < 1) {
            throw Values.wrongKind(node, "a whole number from 1");
        }
        return count;
    }

    /** A text in one language or in both. */
    static Bilingual bilingual(Located node) {
        var text = Values.bilingual(node);
        return new Bilingual(text.en(), text.zh());
    }
}
