package org.canbao.ingest.dta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.canbao.ingest.dta.DtaSections.Field;

/** The descriptions of the variables as they stand in the file: one list per property, put together at the end. */
final class FieldTable {
    private final DtaInput in;
    private final DtaRelease release;
    private final int count;

    private List<DtaType> types = List.of();
    private List<String> names = List.of();
    private List<String> formats = List.of();
    private List<String> labelSets = List.of();
    private List<String> labels = List.of();

    /**
     * A table for so many variables.
     *
     * @throws org.canbao.diag.CanbaoException if a file of this length cannot describe them
     */
    FieldTable(DtaInput in, DtaRelease release, long count) {
        this.in = in;
        this.release = release;
        long each = 2L * release.nameBytes() + release.formatBytes() + release.labelBytes();
        in.require(count * each, "descriptions of " + count + " variables");
        this.count = (int) count;
    }

    void readTypes() {
        List<DtaType> read = new ArrayList<>(count);
        for (int j = 0; j < count; j++) {
            int code = (int) in.unsigned(release.tagged() ? 2 : 1, "type of variable " + (j + 1));
            int number = j + 1;
            read.add(DtaType.of(code, release)
                    .orElseThrow(() -> in.corrupt("variable " + number + " has the unknown type " + code)));
        }
        types = read;
    }

    void readNames() {
        names = texts(release.nameBytes(), "name of variable ");
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || !seen.add(name)) {
                throw in.corrupt(
                        name.isEmpty()
                                ? "a variable has no name"
                                : "two variables are named " + RawText.printable(name));
            }
        }
    }

    void skipSortOrder() {
        in.skip((count + 1L) * release.variableCountBytes(), "sort order");
    }

    void readFormats() {
        formats = texts(release.formatBytes(), "display format of variable ");
    }

    void readLabelSetNames() {
        labelSets = texts(release.nameBytes(), "value label name of variable ");
    }

    void readLabels() {
        labels = texts(release.labelBytes(), "label of variable ");
    }

    /** The variables, once everything is read. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>(count);
        long offset = 0;
        for (int j = 0; j < count; j++) {
            DtaType type = types.get(j);
            if (offset + type.width() > Integer.MAX_VALUE) {
                throw in.impossible("a row would have more than 2^31 bytes");
            }
            fields.add(new Field(names.get(j), type, (int) offset, formats.get(j), labelSets.get(j), labels.get(j)));
            offset += type.width();
        }
        return fields;
    }

    /**
     * Checks that the rows, which begin at the present offset, are there, and goes behind them.
     *
     * @return the width of a row
     */
    static int skipRows(DtaInput in, List<Field> fields, long rows) {
        if (fields.isEmpty()) {
            if (rows > 0) {
                throw in.impossible(rows + " rows of no variables");
            }
            return 0;
        }
        Field last = fields.get(fields.size() - 1);
        int width = last.offset() + last.type().width();
        long there = (in.length() - in.position()) / width;
        if (rows > there) {
            throw in.truncated(rows + " rows of " + width + " bytes should follow, of which " + there + " are there");
        }
        in.skip(rows * width, "rows");
        return width;
    }

    private List<String> texts(int width, String what) {
        List<String> read = new ArrayList<>(count);
        for (int j = 0; j < count; j++) {
            read.add(in.field(width, what + (j + 1)));
        }
        return read;
    }
}
