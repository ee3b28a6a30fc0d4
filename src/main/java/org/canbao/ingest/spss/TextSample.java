package org.canbao.ingest.spss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at the texts of the first cases, for files that do not say their encoding. */
final class TextSample {
    private static final int CASES = 1_000;

    private TextSample() {}

    /** The values of the text variables in the first cases. */
    static List<byte[]> of(Path file, RawDictionary dictionary) {
        List<RawVariable> texts =
                dictionary.variables().stream().filter(v -> v.width() > 0).toList();
        List<byte[]> sample = new ArrayList<>();
        if (texts.isEmpty()) {
            return sample;
        }
        SavInput in = new SavInput(file);
        in.order(dictionary.header().order());
        try (RowSource source = RowSource.of(in, dictionary)) {
            byte[] row = new byte[dictionary.rowBytes()];
            for (int i = 0; i < CASES && source.next(row); i++) {
                for (RawVariable text : texts) {
                    int from = text.slot() * RawVariable.SLOT;
                    sample.add(Arrays.copyOfRange(row, from, from + text.width()));
                }
            }
        }
        return sample;
    }
}
