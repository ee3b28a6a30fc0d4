package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.StudySpec;

/** Reads one entry of {@code inputs}. */
final class InputReader {
    private static final int FARTHEST_LAG = 50;
    private static final Pattern WAVE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    static final KeySet KEYS = KeySet.of(
            "an input",
            "dataset",
            "the data set of the store",
            "waves",
            "list of waves; all by default",
            "lag",
            "years by which it lies back: lag 1 joins year t-1 to t");

    private InputReader() {}

    /** The input; empty if there was a finding. */
    static Optional<StudySpec.Input> read(Located.Scalar name, Located.Mapping mapping, Problems problems) {
        Fields fields = new Fields(mapping, KEYS, problems, name.place());
        Optional<String> dataset = fields.required("dataset", node -> Values.id(Values.scalar(node, "a data set")));
        List<String> waves = fields.optional("waves", node -> Values.oneOrMore(node, InputReader::wave))
                .orElse(List.of());
        Optional<Integer> lag = fields.optional("lag", node -> Values.wholeBetween(node, -FARTHEST_LAG, FARTHEST_LAG));
        OptionalInt years = lag.isPresent() ? OptionalInt.of(lag.get()) : OptionalInt.empty();
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new StudySpec.Input(name.value(), dataset.orElseThrow(), waves, years, name.place()));
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
