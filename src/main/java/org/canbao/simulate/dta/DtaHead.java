package org.canbao.simulate.dta;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import org.canbao.ingest.dta.DtaRelease;

/**
 * What stands before and after the rows. There is no time stamp: the same data give the same bytes.
 *
 * @param release the release
 * @param charset the encoding of its text
 * @param label what the data set is called
 * @param columns the variables
 * @param labels their value labels
 * @param rows how many rows
 */
record DtaHead(
        DtaRelease release, Charset charset, String label, List<DtaColumn> columns, DtaLabels labels, long rows) {
    private static final int LITTLE_ENDIAN = 2;
    private static final int TIMESTAMP_BYTES = 18;
    private static final int LONGEST_LABEL = 80;
    private static final int END_OF_CHARACTERISTICS = 5;

    DtaBytes section() {
        return new DtaBytes(charset);
    }

    /** Everything before the first row. */
    byte[] before() {
        return release.tagged() ? new TaggedHead(this).before() : binaryBefore();
    }

    /** Everything after the last row. */
    byte[] after() {
        if (release.tagged()) {
            return new TaggedHead(this).after();
        }
        DtaBytes out = section();
        labels.encoded(this).forEach(out::raw);
        return out.bytes();
    }

    /** Bytes per row. */
    int rowWidth() {
        DtaColumn last = columns.get(columns.size() - 1);
        return last.offset() + last.type().width();
    }

    /** A label of no more than 80 characters; its section cuts it to 80 bytes too where text is not UTF-8. */
    String cut(String text) {
        int characters = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_LABEL, characters)));
    }

    void types(DtaBytes out) {
        columns.forEach(c -> out.number(c.type().code(release), release.tagged() ? 2 : 1));
    }

    void names(DtaBytes out) {
        columns.forEach(c -> out.field(c.variable().name(), release.nameBytes()));
    }

    void sortOrder(DtaBytes out) {
        out.zeros((columns.size() + 1) * release.variableCountBytes());
    }

    void formats(DtaBytes out) {
        columns.forEach(c -> out.field(c.format(), release.formatBytes()));
    }

    void labelSetNames(DtaBytes out) {
        columns.forEach(c -> out.field(labels.nameFor(c.variable()), release.nameBytes()));
    }

    void variableLabels(DtaBytes out) {
        columns.forEach(c -> out.field(cut(c.variable().label()), release.labelBytes()));
    }

    private byte[] binaryBefore() {
        DtaBytes out = section()
                .number(release.number(), 1)
                .number(LITTLE_ENDIAN, 1)
                .number(1, 2)
                .number(columns.size(), release.variableCountBytes())
                .number(rows, release.rowCountBytes())
                .field(label, release.labelBytes())
                .zeros(TIMESTAMP_BYTES);
        List<Consumer<DtaBytes>> sections = List.of(
                this::types, this::names, this::sortOrder, this::formats, this::labelSetNames, this::variableLabels);
        sections.forEach(s -> s.accept(out));
        return out.zeros(END_OF_CHARACTERISTICS).bytes();
    }
}
