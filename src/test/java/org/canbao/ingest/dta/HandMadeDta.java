package org.canbao.ingest.dta;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stata files byte by byte, after StataCorp's description of the format and without the project's own writer: both
 * byte orders, releases 113 to 119, long strings.
 */
final class HandMadeDta {
    /** A reference to a long string. */
    record Reference(long variable, long row, int variableBytes) {}

    private record Column(String name, int type, int width, String format, String labelSet, String label) {}

    private record LongString(long variable, long row, int kind, byte[] content) {}

    private final int release;
    private final ByteOrder order;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final List<LongString> strls = new ArrayList<>();
    private final Map<String, Map<Integer, String>> labelSets = new LinkedHashMap<>();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    HandMadeDta(int release, ByteOrder order) {
        this.release = release;
        this.order = order;
    }

    private boolean tagged() {
        return release >= 117;
    }

    /** {@code byte int long float double strL str5}. */
    HandMadeDta variable(String name, String type, String format, String labelSet, String label) {
        List<String> numbers = List.of("double", "float", "long", "int", "byte");
        int at = numbers.indexOf(type);
        if (at >= 0) {
            int width = List.of(8, 4, 4, 2, 1).get(at);
            columns.add(new Column(name, tagged() ? 65526 + at : 255 - at, width, format, labelSet, label));
        } else if (type.equals("strL")) {
            columns.add(new Column(name, 32768, 8, format, labelSet, label));
        } else {
            int width = Integer.parseInt(type.substring(3));
            columns.add(new Column(name, width, width, format, labelSet, label));
        }
        return this;
    }

    HandMadeDta variable(String name, String type) {
        return variable(name, type, "%9.0g", "", "");
    }

    /** Byte, Short, Integer, Float, Double, byte[] for text, or Reference; in the order of the variables. */
    HandMadeDta row(Object... cells) {
        rows.add(cells);
        return this;
    }

    HandMadeDta longString(long variable, long row, int kind, byte[] content) {
        strls.add(new LongString(variable, row, kind, content));
        return this;
    }

    HandMadeDta labels(String set, Map<Integer, String> labels) {
        labelSets.put(set, labels);
        return this;
    }

    byte[] bytes() {
        out = new ByteArrayOutputStream();
        if (tagged()) {
            writeTagged();
        } else {
            writeBinary();
        }
        return out.toByteArray();
    }

    private void writeBinary() {
        number(release, 1);
        number(order == ByteOrder.BIG_ENDIAN ? 1 : 2, 1);
        out.write(1);
        out.write(0);
        number(columns.size(), 2);
        number(rows.size(), 4);
        text("hand made", 81);
        text("", 18);
        writeDescriptions(1, 33, release == 113 ? 12 : 49, 81);
        number(1, 1);
        number(3, 4);
        text("abc", 3);
        text("", 5);
        writeRows();
        labelSets.forEach((name, labels) -> labelSet(name, labels, 33));
    }

    private void writeTagged() {
        boolean wide = release >= 118;
        ascii("<stata_dta><header><release>" + release + "</release><byteorder>");
        ascii(order == ByteOrder.BIG_ENDIAN ? "MSF" : "LSF");
        ascii("</byteorder><K>");
        number(columns.size(), release == 119 ? 4 : 2);
        ascii("</K><N>");
        number(rows.size(), wide ? 8 : 4);
        ascii("</N><label>");
        number(9, wide ? 2 : 1);
        ascii("hand made</label><timestamp>");
        number(17, 1);
        ascii("01 Jan 2020 00:00</timestamp></header><map>");
        text("", 14 * 8);
        ascii("</map>");
        writeDescriptions(2, wide ? 129 : 33, wide ? 57 : 49, wide ? 321 : 81);
        ascii("<characteristics><ch>");
        number(3, 4);
        ascii("abc</ch></characteristics><data>");
        writeRows();
        ascii("</data><strls>");
        for (LongString strl : strls) {
            ascii("GSO");
            number(strl.variable, 4);
            number(strl.row, wide ? 8 : 4);
            number(strl.kind, 1);
            number(strl.content.length, 4);
            out.writeBytes(strl.content);
        }
        ascii("</strls><value_labels>");
        labelSets.forEach((name, labels) -> {
            ascii("<lbl>");
            labelSet(name, labels, wide ? 129 : 33);
            ascii("</lbl>");
        });
        ascii("</value_labels></stata_dta>");
    }

    private void writeDescriptions(int typeBytes, int name, int format, int label) {
        section("variable_types", () -> columns.forEach(c -> number(c.type, typeBytes)));
        section("varnames", () -> columns.forEach(c -> text(c.name, name)));
        section("sortlist", () -> text("", (columns.size() + 1) * (release == 119 ? 4 : 2)));
        section("formats", () -> columns.forEach(c -> text(c.format, format)));
        section("value_label_names", () -> columns.forEach(c -> text(c.labelSet, name)));
        section("variable_labels", () -> columns.forEach(c -> text(c.label, label)));
    }

    private void section(String tag, Runnable content) {
        ascii(tagged() ? "<" + tag + ">" : "");
        content.run();
        ascii(tagged() ? "</" + tag + ">" : "");
    }

    private void writeRows() {
        for (Object[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                cell(row[j], columns.get(j).width);
            }
        }
    }

    private void cell(Object cell, int width) {
        if (cell instanceof byte[] text) {
            byte[] field = Arrays.copyOf(text, width);
            out.writeBytes(field);
        } else if (cell instanceof Reference reference) {
            number(
                    order == ByteOrder.BIG_ENDIAN
                            ? reference.variable << (64 - 8 * reference.variableBytes) | reference.row
                            : reference.row << (8 * reference.variableBytes) | reference.variable,
                    8);
        } else if (cell instanceof Float value) {
            number(Float.floatToRawIntBits(value), 4);
        } else if (cell instanceof Double value) {
            number(Double.doubleToRawLongBits(value), 8);
        } else {
            number(((Number) cell).longValue(), width);
        }
    }

    private void labelSet(String name, Map<Integer, String> labels, int nameBytes) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        labels.values().forEach(label -> {
            offsets.add(texts.size());
            texts.writeBytes((label + "\0").getBytes(StandardCharsets.UTF_8));
        });
        number(8 + 8 * labels.size() + texts.size(), 4);
        text(name, nameBytes);
        text("", 3);
        number(labels.size(), 4);
        number(texts.size(), 4);
        offsets.forEach(o -> number(o, 4));
        labels.keySet().forEach(v -> number(v, 4));
        out.writeBytes(texts.toByteArray());
    }

    private void number(long value, int bytes) {
        ByteBuffer all = ByteBuffer.allocate(8).order(order).putLong(value);
        out.write(all.array(), order == ByteOrder.BIG_ENDIAN ? 8 - bytes : 0, bytes);
    }

    private void text(String text, int width) {
        out.writeBytes(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), width));
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
