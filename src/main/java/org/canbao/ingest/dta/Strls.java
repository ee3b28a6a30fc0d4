package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads long strings from where the index of a file says they are. */
final class Strls {
    /** The kind of a long string that may hold any byte; the other kind is text with a closing zero. */
    private static final int BINARY = 129;

    private static final int HEAD = 5;

    private final FileChannel channel;
    private final DtaSections sections;
    private final StrlReferences references;
    private final DtaFindings findings;

    Strls(FileChannel channel, DtaSections sections, StrlReferences references, DtaFindings findings) {
        this.channel = channel;
        this.sections = sections;
        this.references = references;
        this.findings = findings;
    }

    /** The offset of the long string that a cell refers to; -1 if there is none. */
    long find(long reference) {
        return references.offset(sections.strls(), reference);
    }

    /** A reference in words. */
    String describe(long reference) {
        return "strL of variable " + references.variable(reference) + ", row " + references.row(reference);
    }

    /**
     * The bytes of the long string at this offset of the file, without the closing zero of text.
     *
     * @param atMost no more bytes than this
     */
    byte[] bytes(long offset, int atMost) {
        ByteBuffer head = read(offset, HEAD);
        int kind = head.get() & 0xFF;
        long length = head.getInt() & 0xFFFF_FFFFL;
        if (length > Integer.MAX_VALUE - HEAD) {
            throw findings.impossible(offset, "a long string of " + length + " bytes; the longest has 2,000,000,000");
        }
        byte[] content = read(offset + HEAD, (int) Math.min(length, atMost)).array();
        boolean closed = kind != BINARY && content.length > 0 && content[content.length - 1] == 0;
        return closed ? Arrays.copyOf(content, content.length - 1) : content;
    }

    private ByteBuffer read(long offset, int length) {
        ByteBuffer target = ByteBuffer.allocate(length).order(sections.order());
        try {
            while (target.hasRemaining()) {
                long at = offset + target.position();
                if (channel.read(target, at) < 0) {
                    throw findings.truncated(at, at, "a long string should go on");
                }
            }
        } catch (IOException e) {
            throw findings.notRead(e);
        }
        return target.flip();
    }
}
