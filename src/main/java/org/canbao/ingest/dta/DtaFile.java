package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.TextEncoding.Detected;

/**
 * A file of which everything but the rows was read; immutable, and shared by all readers of its rows.
 *
 * @param path where it is
 * @param findings makes its findings
 * @param sections what stands before and after the rows
 * @param charset the encoding of its text
 * @param references how it refers to long strings
 * @param description what it says of itself
 */
record DtaFile(
        Path path,
        DtaFindings findings,
        DtaSections sections,
        Charset charset,
        StrlReferences references,
        RawDescription description) {
    private static final int HEAD_BYTES = TaggedLayout.START.length() + 3;
    private static final int SHOWN = 16;
    private static final int FIRST_BINARY_RELEASE = 102;
    private static final int LAST_BINARY_RELEASE = 115;

    /** Whether a file that begins like this says that it is a Stata file. */
    static boolean looksLike(byte[] head) {
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        boolean binary = head.length >= 3
                && head[0] >= FIRST_BINARY_RELEASE
                && head[0] <= LAST_BINARY_RELEASE
                && (head[1] == 1 || head[1] == 2)
                && head[2] == 1;
        return binary || raw.startsWith(TaggedLayout.START);
    }

    /** Reads the sections of a file and decodes what they say. */
    static DtaFile read(Path path, Optional<Charset> encoding) {
        DtaFindings findings = new DtaFindings(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            DtaSections sections = sections(new DtaInput(channel, findings), findings);
            RowBlock block = new RowBlock(channel, sections, findings);
            StrlReferences references = StrlReferences.of(sections, block);
            Strls strls = new Strls(channel, sections, references, findings);
            Detected detected = new DtaEncoding(sections, block, strls).choose(encoding);
            return new DtaFile(
                    path, findings, sections, detected.charset(), references, describe(sections, detected, findings));
        } catch (IOException e) {
            throw findings.notRead(e);
        }
    }

    /** Opens the file once more. */
    FileChannel open() {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw findings.notRead(e);
        }
    }

    private static RawDescription describe(DtaSections sections, Detected detected, DtaFindings findings) {
        HeaderText texts = new HeaderText(detected.charset());
        String label = texts.decode(sections.label());
        List<Variable> variables = new DtaVariables(sections, texts, findings).all();
        String reason = texts.damaged() == 0
                ? detected.reason()
                : detected.reason() + "; names and labels that are not valid in it: " + texts.damaged();
        return new RawDescription(
                "Stata " + sections.release().number(),
                detected.charset().name(),
                reason,
                label,
                OptionalLong.of(sections.rows()),
                variables);
    }

    private static DtaSections sections(DtaInput in, DtaFindings findings) {
        String head = in.raw((int) Math.min(HEAD_BYTES, in.length()), "head");
        if (!looksLike(head.getBytes(StandardCharsets.ISO_8859_1))) {
            String start = RawText.printable(head.substring(0, Math.min(SHOWN, head.length())));
            throw findings.notDta(start.isEmpty() ? "it is empty" : "it begins with `" + start + "`");
        }
        int number = releaseNumber(head, in);
        DtaRelease release = DtaRelease.of(number).orElseThrow(() -> findings.release(number));
        in.position(0);
        return release.tagged() ? new TaggedLayout(in, release).read() : new BinaryLayout(in, release).read();
    }

    private static int releaseNumber(String head, DtaInput in) {
        if (!head.startsWith(TaggedLayout.START)) {
            return head.charAt(0);
        }
        String digits = head.substring(TaggedLayout.START.length());
        if (!digits.matches("[0-9]{3}")) {
            throw in.corrupt("the release should be three digits, not `" + RawText.printable(digits) + "`");
        }
        return Integer.parseInt(digits);
    }
}
