package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.StudySpec;

/** Reads one entry of {@code inputs}. */
final class InputReader {
    private static final int FARTHEST_LAG = 50;
    private static final Pattern WAVE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    static final KeySet KEYS = KeySet.of(
            "an input",
            "dataset",
            "the data set of the store",
            "file",
            "a file beside the study file that is the data set; the store need not have it then",
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
        Optional<String> dataset = fields.required("dataset", node -> Values.id(Values.scalar(node, "a data set")));
        Optional<String> file = fields.optional("file", node -> Values.beside(node, "a file", "policy/cities.csv"));
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
                        name.value(), dataset.orElseThrow(), file, waves, years, rename, indices, name.place()));
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
