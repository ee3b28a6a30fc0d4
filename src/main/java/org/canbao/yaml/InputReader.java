package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/** Reads one entry of {@code inputs}. */
final class InputReader {
    private static final int FARTHEST_LAG = 50;
    private static final Pattern WAVE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    static final KeySet KEYS = KeySet.of(
            "an input",
            "dataset",
            "the data set of the store; of a `file` what it is called, by default like the file",
            "file",
            "a file that is the data set, by its path from the folder of the study file; the store need not have it then",
            "optional",
            "true if the study runs without it and leaves out what is about it; false by default",
            "needs",
            "columns that the data must have, or a wave of them; without them they count as not there",
            "label",
            "what it is called where readers see it, in one language or {en, zh}; its name by default",
            "source",
            "what the data are, in one language or {en, zh}; printed under all that is made from them",
            "waves",
            "list of waves; all by default",
            "lag",
            "years by which it lies back: lag 1 joins year t-1 to t",
            "rename",
            "new names of its columns, for this study: {old: new}",
            "indices",
            "new columns, each the first principal component of some of its columns, over all its rows");

    private InputReader() {}

    /** The input; empty if there was a finding. */
    static Optional<StudySpec.Input> read(Located.Scalar name, Located.Mapping mapping, Problems problems) {
        Fields fields = new Fields(mapping, KEYS, problems, name.place());
        Optional<String> file = fields.optional("file", node -> Values.beside(node, "a file", "policy/cities.csv"));
        Optional<String> dataset = fields.has("file") && !fields.has("dataset")
                ? file.map(InputReader::stem)
                : fields.required("dataset", node -> Values.id(Values.scalar(node, "a data set")));
        for (String key : List.of("waves", "optional")) {
            if (fields.has("file") && fields.has(key)) {
                fields.report(
                        key,
                        Diagnostic.error(YamlCode.CONFLICT, "an input that is a `file` has no `" + key + "`")
                                .hint("they are about data sets of the store"));
            }
        }
        boolean optional = fields.optional("optional", Values::bool).orElse(false);
        List<ColumnRef> needs = fields.optional("needs", node -> Values.oneOrMore(node, Values::column))
                .orElse(List.of());
        Text label = fields.optional("label", Values::bilingual).orElse(Text.of(name.value()));
        Optional<Text> source = fields.optional("source", Values::bilingual);
        List<String> waves = fields.optional("waves", node -> Values.oneOrMore(node, InputReader::wave))
                .orElse(List.of());
        Optional<Integer> lag = fields.optional("lag", InputReader::lag);
        Map<ColumnRef, String> rename =
                fields.optional("rename", InputReader::names).orElse(Map.of());
        List<IndexSpec> indices =
                fields.optional("indices", InputReader::indices).orElse(List.of());
        OptionalInt years = lag.isPresent() ? OptionalInt.of(lag.get()) : OptionalInt.empty();
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new StudySpec.Input(
                        name.value(),
                        label,
                        dataset.orElseThrow(),
                        file,
                        optional,
                        needs,
                        source,
                        waves,
                        years,
                        rename,
                        indices,
                        name.place()));
    }

    /** What a file is called where data sets have names. */
    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('.', '-');
    }

    private static Map<ColumnRef, String> names(Located node) {
        Map<ColumnRef, String> names = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of columns to new names").entries()) {
            names.put(Values.column(entry.key()), Values.column(entry.value()).name());
        }
        return names;
    }

    /** Years by which an input lies back. */
    static int lag(Located node) {
        return Values.wholeBetween(node, -FARTHEST_LAG, FARTHEST_LAG);
    }

    /** New columns that sum up others. */
    static List<IndexSpec> indices(Located node) {
        return Values.mapping(node, "a mapping of new columns to {of: [column, column]}").entries().stream()
                .map(IndexReader::read)
                .toList();
    }

    private static String wave(Located node) {
        String wave = Values.text(node);
        if (!WAVE.matcher(wave).matches()) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + wave + "` cannot be a wave")
                    .at(node.place())
                    .hint("expected letters a-z, digits, `-` and `_`, for example 2017")
                    .toException();
        }
        return wave;
    }
}
