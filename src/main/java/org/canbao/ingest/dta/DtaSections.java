package org.canbao.ingest.dta;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * What a file says before and after its rows; the same for both layouts. All text is raw (see {@link DtaInput}).
 *
 * @param release the release
 * @param order the byte order of its numbers
 * @param rows how many rows
 * @param label what the data set is called
 * @param fields its variables
 * @param dataOffset where the first row begins
 * @param rowWidth bytes per row
 * @param labelSets sets of value labels, by name
 * @param strls where the long strings are
 */
record DtaSections(
        DtaRelease release,
        ByteOrder order,
        long rows,
        String label,
        List<Field> fields,
        long dataOffset,
        int rowWidth,
        Map<String, LabelSet> labelSets,
        StrlIndex strls) {

    DtaSections {
        fields = List.copyOf(fields);
        labelSets = Map.copyOf(labelSets);
    }

    /**
     * One variable.
     *
     * @param name its name
     * @param type how it is stored
     * @param offset of its cell in the row
     * @param format its display format
     * @param labelSet the name of its set of value labels, empty if none
     * @param label what it is
     */
    record Field(String name, DtaType type, int offset, String format, String labelSet, String label) {}

    /**
     * A set of value labels.
     *
     * @param name its name
     * @param labels label by value, in the order of the file; values from {@link DtaMissing#LONG} on are missing ones
     */
    record LabelSet(String name, Map<Integer, String> labels) {}
}
