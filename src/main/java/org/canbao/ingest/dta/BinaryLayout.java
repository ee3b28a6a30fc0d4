package org.canbao.ingest.dta;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.ingest.dta.DtaSections.Field;
import org.canbao.ingest.dta.DtaSections.LabelSet;

/** Releases 113 to 115: sections of known widths, one after the other, nothing between them. */
final class BinaryLayout {
    private static final int BIG_ENDIAN = 1;
    private static final int TIMESTAMP_BYTES = 18;

    private final DtaInput in;
    private final DtaRelease release;

    BinaryLayout(DtaInput in, DtaRelease release) {
        this.in = in;
        this.release = release;
    }

    DtaSections read() {
        in.skip(1, "release");
        in.order(in.unsigned(1, "byte order") == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        in.skip(2, "file type");
        long variables = in.unsigned(release.variableCountBytes(), "count of variables");
        long rows = in.unsigned(release.rowCountBytes(), "count of rows");
        String label = in.field(release.labelBytes(), "label of the data");
        in.skip(TIMESTAMP_BYTES, "time stamp");
        FieldTable table = new FieldTable(in, release, variables);
        table.readTypes();
        table.readNames();
        table.skipSortOrder();
        table.readFormats();
        table.readLabelSetNames();
        table.readLabels();
        skipCharacteristics();
        long data = in.position();
        List<Field> fields = table.fields();
        int width = FieldTable.skipRows(in, fields, rows);
        return new DtaSections(release, in.order(), rows, label, fields, data, width, labelSets(), StrlIndex.none());
    }

    /** A list of fields (kind, length, content) that ends with kind 0 of length 0. */
    private void skipCharacteristics() {
        while (true) {
            long kind = in.unsigned(1, "kind of a characteristic");
            long bytes = in.unsigned(4, "length of a characteristic");
            if (kind == 0 && bytes == 0) {
                return;
            }
            in.skip(bytes, "characteristic");
        }
    }

    private Map<String, LabelSet> labelSets() {
        Map<String, LabelSet> sets = new LinkedHashMap<>();
        LabelSetReader reader = new LabelSetReader(in, release);
        while (in.position() < in.length()) {
            LabelSet set = reader.read();
            sets.put(set.name(), set);
        }
        return sets;
    }
}
