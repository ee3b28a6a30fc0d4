package org.canbao.ingest.dta;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.ingest.dta.DtaSections.Field;
import org.canbao.ingest.dta.DtaSections.LabelSet;

/**
 * Releases 117 to 119: sections between tags. The sections are taken in their order and every tag is checked, which
 * finds damage near its place; the map of offsets, which repeats what the tags say, is not needed.
 */
final class TaggedLayout {
    /** What a tagged file begins with; the number of the release follows. */
    static final String START = "<stata_dta><header><release>";

    private static final int MAP_BYTES = 14 * 8;

    private final DtaInput in;
    private final DtaRelease release;

    TaggedLayout(DtaInput in, DtaRelease release) {
        this.in = in;
        this.release = release;
    }

    DtaSections read() {
        in.expect(START + release.number() + "</release><byteorder>");
        in.order(byteOrder());
        in.expect("</byteorder><K>");
        long variables = in.unsigned(release.variableCountBytes(), "count of variables");
        in.expect("</K><N>");
        long rows = in.unsigned(release.rowCountBytes(), "count of rows");
        in.expect("</N><label>");
        String label = in.raw((int) in.unsigned(release.labelLengthBytes(), "length of the label"), "label");
        in.expect("</label><timestamp>");
        in.skip(in.unsigned(1, "length of the time stamp"), "time stamp");
        in.expect("</timestamp></header><map>");
        in.skip(MAP_BYTES, "map");
        in.expect("</map>");
        List<Field> fields = fields(variables);
        in.expect("<characteristics>");
        skipCharacteristics();
        in.expect("</characteristics><data>");
        long data = in.position();
        int width = FieldTable.skipRows(in, fields, rows);
        in.expect("</data><strls>");
        StrlIndex strls = strls(variables, rows);
        in.expect("</strls><value_labels>");
        Map<String, LabelSet> sets = labelSets();
        in.expect("</value_labels></stata_dta>");
        return new DtaSections(release, in.order(), rows, label, fields, data, width, sets, strls);
    }

    private ByteOrder byteOrder() {
        if (in.accept("LSF")) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        in.expect("MSF");
        return ByteOrder.BIG_ENDIAN;
    }

    private List<Field> fields(long variables) {
        FieldTable table = new FieldTable(in, release, variables);
        in.expect("<variable_types>");
        table.readTypes();
        in.expect("</variable_types><varnames>");
        table.readNames();
        in.expect("</varnames><sortlist>");
        table.skipSortOrder();
        in.expect("</sortlist><formats>");
        table.readFormats();
        in.expect("</formats><value_label_names>");
        table.readLabelSetNames();
        in.expect("</value_label_names><variable_labels>");
        table.readLabels();
        in.expect("</variable_labels>");
        return table.fields();
    }

    private void skipCharacteristics() {
        while (in.accept("<ch>")) {
            in.skip(in.unsigned(4, "length of a characteristic"), "characteristic");
            in.expect("</ch>");
        }
    }

    private StrlIndex strls(long variables, long rows) {
        StrlIndex.Builder index = new StrlIndex.Builder(variables);
        while (in.accept("GSO")) {
            long variable = in.unsigned(4, "variable of a long string");
            long row = in.unsigned(release.longStringRowBytes(), "row of a long string");
            if (variable < 1 || variable > variables || row < 1 || row > rows) {
                throw in.corrupt("a long string of variable " + variable + " and row " + row + ", which are not there");
            }
            index.add(variable, row, in.position());
            in.skip(1, "kind of a long string");
            in.skip(in.unsigned(4, "length of a long string"), "long string");
        }
        return index.build();
    }

    private Map<String, LabelSet> labelSets() {
        Map<String, LabelSet> sets = new LinkedHashMap<>();
        LabelSetReader reader = new LabelSetReader(in, release);
        while (in.accept("<lbl>")) {
            LabelSet set = reader.read();
            in.expect("</lbl>");
            sets.put(set.name(), set);
        }
        return sets;
    }
}
