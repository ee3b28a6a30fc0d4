package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Some rows as they stand in the file: few enough to stay in the processor's cache while every column is decoded, so
 * that the strides over the rows are cheap.
 */
final class RowBlock {
    private static final int BYTES = 1 << 18;

    private final FileChannel channel;
    private final DtaSections sections;
    private final DtaFindings findings;
    private final ByteBuffer buffer;
    private final int capacity;
    private long firstRow;
    private int rows;

    RowBlock(FileChannel channel, DtaSections sections, DtaFindings findings) {
        this.channel = channel;
        this.sections = sections;
        this.findings = findings;
        int width = sections.rowWidth();
        this.capacity = width == 0 ? 0 : (int) Math.min(Math.max(1, BYTES / width), Math.max(1, sections.rows()));
        this.buffer =
                ByteBuffer.allocate(sections.rows() == 0 ? 0 : capacity * width).order(sections.order());
    }

    /** How many rows fit. */
    int capacity() {
        return capacity;
    }

    /** Reads rows, counted from 0. */
    void read(long first, int count) {
        int width = sections.rowWidth();
        firstRow = first;
        rows = count;
        buffer.clear().limit(count * width);
        long offset = sections.dataOffset() + first * width;
        try {
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, offset);
                if (read < 0) {
                    throw findings.truncated(
                            offset,
                            offset,
                            "row " + (first + 1 + buffer.position() / width) + " of " + sections.rows()
                                    + " should go on");
                }
                offset += read;
            }
        } catch (IOException e) {
            throw findings.notRead(e);
        }
    }

    /** The bytes, row after row; numbers are in the order of the file. */
    ByteBuffer buffer() {
        return buffer;
    }

    /** The same bytes. */
    byte[] bytes() {
        return buffer.array();
    }

    /** Bytes per row. */
    int width() {
        return sections.rowWidth();
    }

    /** How many rows are there. */
    int rows() {
        return rows;
    }

    /** The number of the first row in the file, from 1. */
    long firstRow() {
        return firstRow + 1;
    }
}
