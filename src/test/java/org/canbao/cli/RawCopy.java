package org.canbao.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaReader;
import org.canbao.simulate.dta.DtaWriter;

/**
 * A copy of a Stata file of which something is different, as files that circulate are.
 *
 * @param source the file
 * @param change what becomes of a variable
 * @param rows how many of its rows; all if empty
 * @param charset the encoding of the copy
 */
record RawCopy(Path source, UnaryOperator<Variable> change, OptionalLong rows, Charset charset) {
    private static final int BATCH = 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");

    static RawCopy of(Path source) {
        return new RawCopy(source, v -> v, OptionalLong.empty(), GB18030);
    }

    /** One variable is another one. */
    RawCopy changing(String name, UnaryOperator<Variable> to) {
        return new RawCopy(
                source,
                v -> {
                    Variable changed = change.apply(v);
                    return changed.name().equals(name) ? to.apply(changed) : changed;
                },
                rows,
                charset);
    }

    /** A variable has another name. */
    RawCopy renaming(String name, String to) {
        return changing(name, v -> v.withName(to));
    }

    /** A variable has another label. */
    RawCopy labelling(String name, String label) {
        return changing(
                name, v -> new Variable(v.name(), v.type(), label, v.valueLabels(), v.missingCodes(), v.format()));
    }

    /** A value label has other words. */
    RawCopy valueLabelling(String name, String words, String others) {
        return changing(name, v -> {
            Map<String, String> labels = new LinkedHashMap<>(v.valueLabels());
            labels.replaceAll((value, label) -> label.equals(words) ? others : label);
            return new Variable(v.name(), v.type(), v.label(), labels, v.missingCodes(), v.format());
        });
    }

    /** Only the first rows. */
    RawCopy first(long count) {
        return new RawCopy(source, change, OptionalLong.of(count), charset);
    }

    /** In another encoding. */
    RawCopy in(Charset other) {
        return new RawCopy(source, change, rows, other);
    }

    /** Writes it; it does not say that it is simulated, as files of agencies do not. */
    Path write(Path target) {
        try (DtaReader reader = DtaReader.open(source, Optional.empty())) {
            List<Variable> variables = new ArrayList<>(reader.description().variables());
            variables.replaceAll(change);
            long left = rows.orElse(reader.description().rows().orElseThrow());
            int format = reader.description().format().endsWith("118") ? 118 : 114;
            DtaWriter.Layout layout =
                    new DtaWriter.Layout(format, format == 118 ? StandardCharsets.UTF_8 : charset, "", variables);
            try (DtaWriter writer = DtaWriter.create(target, layout, left)) {
                ColumnBatch batch = new ColumnBatch(reader.description().variables(), BATCH);
                while (left > 0 && reader.next(batch, (row, column, value, reason) -> {})) {
                    batch.rows((int) Math.min(left, batch.rows()));
                    writer.write(batch);
                    left -= batch.rows();
                }
            }
        }
        return target;
    }
}
