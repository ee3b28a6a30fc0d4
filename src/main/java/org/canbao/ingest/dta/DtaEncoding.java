package org.canbao.ingest.dta;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.canbao.ingest.TextEncoding;
import org.canbao.ingest.TextEncoding.Detected;
import org.canbao.ingest.dta.DtaSections.Field;

/**
 * Which encoding the text of a file is in: the one that the user gives; UTF-8 from release 118 on, by definition;
 * before, what the labels and the text of some blocks of rows, spread over the file, look like, as
 * the file does not say.
 */
final class DtaEncoding {
    private static final int SAMPLE_BLOCKS = 8;
    private static final int SAMPLE_STRLS = 100;
    private static final int SAMPLE_STRL_BYTES = 4096;

    private final DtaSections sections;
    private final RowBlock block;
    private final Strls strls;

    DtaEncoding(DtaSections sections, RowBlock block, Strls strls) {
        this.sections = sections;
        this.block = block;
        this.strls = strls;
    }

    Detected choose(Optional<Charset> given) {
        if (given.isPresent()) {
            return new Detected(given.get(), "given by the user");
        }
        int release = sections.release().number();
        if (sections.release().unicode()) {
            return new Detected(StandardCharsets.UTF_8, "Stata " + release + " files are in UTF-8");
        }
        Set<String> samples = new LinkedHashSet<>();
        addHeader(samples);
        addRows(samples);
        addStrls(samples);
        List<byte[]> telling = samples.stream()
                .filter(DtaEncoding::isTelling)
                .map(s -> s.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        Detected detected = TextEncoding.detect(telling);
        return new Detected(
                detected.charset(), "detected (Stata " + release + " files do not say): " + detected.reason());
    }

    /** ASCII is the same in every encoding that can be meant. */
    private static boolean isTelling(String raw) {
        return raw.chars().anyMatch(c -> c > 0x7F);
    }

    private void addHeader(Set<String> samples) {
        samples.add(sections.label());
        for (Field field : sections.fields()) {
            samples.add(field.name());
            samples.add(field.label());
        }
        sections.labelSets().values().forEach(set -> samples.addAll(set.labels().values()));
    }

    private void addRows(Set<String> samples) {
        List<Field> texts = sections.fields().stream()
                .filter(f -> f.type().kind() == DtaType.Kind.TEXT)
                .toList();
        if (texts.isEmpty()) {
            return;
        }
        long last = Math.max(0, sections.rows() - block.capacity());
        for (int k = 0; k < SAMPLE_BLOCKS; k++) {
            long row = last * k / (SAMPLE_BLOCKS - 1);
            block.read(row, (int) Math.min(block.capacity(), sections.rows() - row));
            for (int i = 0; i < block.rows(); i++) {
                for (Field field : texts) {
                    samples.add(cell(
                            i * block.width() + field.offset(), field.type().width()));
                }
            }
        }
    }

    private String cell(int start, int width) {
        int length = TextColumn.lengthOf(block.bytes(), start, width);
        return new String(block.bytes(), start, length, StandardCharsets.ISO_8859_1);
    }

    private void addStrls(Set<String> samples) {
        for (int i = 0; i < Math.min(SAMPLE_STRLS, sections.strls().size()); i++) {
            byte[] bytes = strls.bytes(sections.strls().offsetAt(i), SAMPLE_STRL_BYTES);
            boolean binary = TextColumn.lengthOf(bytes, 0, bytes.length) < bytes.length;
            samples.add(binary ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
