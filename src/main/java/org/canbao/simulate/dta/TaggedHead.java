package org.canbao.simulate.dta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.canbao.ingest.dta.DtaRelease;

/** The sections of releases 117 and 118, with their tags and the map of their offsets. */
final class TaggedHead {
    private static final int MAP_ENTRIES = 14;

    private final DtaHead head;

    TaggedHead(DtaHead head) {
        this.head = head;
    }

    byte[] before() {
        byte[] start = start();
        byte[] sections = sections(new ArrayList<>());
        int mapBytes = "<map></map>".length() + 8 * MAP_ENTRIES;
        return head.section()
                .raw(start)
                .raw(map(start.length, start.length + mapBytes))
                .raw(sections)
                .ascii("<data>")
                .bytes();
    }

    byte[] after() {
        DtaBytes out = head.section().ascii("</data><strls></strls><value_labels>");
        head.labels().encoded(head).forEach(set -> out.ascii("<lbl>").raw(set).ascii("</lbl>"));
        return out.ascii("</value_labels></stata_dta>").bytes();
    }

    private byte[] start() {
        DtaRelease release = head.release();
        byte[] label = DtaBytes.cut(head.cut(head.label()), release.labelBytes() - 1, head.charset());
        return head.section()
                .ascii("<stata_dta><header><release>" + release.number() + "</release><byteorder>LSF</byteorder><K>")
                .number(head.columns().size(), release.variableCountBytes())
                .ascii("</K><N>")
                .number(head.rows(), release.rowCountBytes())
                .ascii("</N><label>")
                .number(label.length, release.labelLengthBytes())
                .raw(label)
                .ascii("</label><timestamp>")
                .number(0, 1)
                .ascii("</timestamp></header>")
                .bytes();
    }

    /** The sections from the types to the characteristics; notes where each begins. */
    private byte[] sections(List<Long> starts) {
        Map<String, Consumer<DtaBytes>> contents = new LinkedHashMap<>();
        contents.put("variable_types", head::types);
        contents.put("varnames", head::names);
        contents.put("sortlist", head::sortOrder);
        contents.put("formats", head::formats);
        contents.put("value_label_names", head::labelSetNames);
        contents.put("variable_labels", head::variableLabels);
        contents.put("characteristics", out -> {});
        DtaBytes out = head.section();
        contents.forEach((tag, content) -> {
            starts.add((long) out.size());
            out.ascii("<" + tag + ">");
            content.accept(out);
            out.ascii("</" + tag + ">");
        });
        return out.bytes();
    }

    private byte[] map(long mapStart, long sectionsStart) {
        List<Long> starts = new ArrayList<>();
        long data = sectionsStart + sections(starts).length;
        long strls = data + "<data></data>".length() + head.rows() * head.rowWidth();
        long valueLabels = strls + "<strls></strls>".length();
        long end = strls - "</data>".length() + after().length;
        DtaBytes out = head.section().ascii("<map>").number(0, 8).number(mapStart, 8);
        starts.forEach(s -> out.number(sectionsStart + s, 8));
        return out.number(data, 8)
                .number(strls, 8)
                .number(valueLabels, 8)
                .number(end - "</stata_dta>".length(), 8)
                .number(end, 8)
                .ascii("</map>")
                .bytes();
    }
}
