package org.canbao.ingest.spss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cases in bytecode: blocks of eight codes, each for 8 bytes of a case, with the bytes that a code does not stand for
 * behind the block. Blocks go on over the ends of cases.
 */
final class BytecodeRows implements RowSource {
    private static final int SLOT = 8;
    private static final int BUFFER = 1 << 16;

    private static final int PADDING = 0;
    private static final int END_OF_FILE = 252;
    private static final int LITERAL = 253;
    private static final int BLANKS = 254;
    private static final int SYSTEM_MISSING = 255;

    private final ByteFeed feed;
    private final SavFaults faults;
    private final double bias;
    private final VarHandle doubles;
    private final byte[] codes = new byte[SLOT];
    private final byte[] buffer = new byte[BUFFER];
    private int nextCode = SLOT;
    private int position;
    private int limit;

    BytecodeRows(ByteFeed feed, SavFaults faults, double bias, ByteOrder order) {
        this.feed = feed;
        this.faults = faults;
        this.bias = bias;
        this.doubles = MethodHandles.byteArrayViewVarHandle(double[].class, order);
    }

    @Override
    public boolean next(byte[] row) {
        for (int at = 0; at < row.length; at += SLOT) {
            int code = code();
            if (code == END_OF_FILE) {
                if (at == 0) {
                    return false;
                }
                throw faults.brokenOff(position(), "the middle of a case");
            }
            unpack(code, row, at);
        }
        return true;
    }

    private void unpack(int code, byte[] row, int at) {
        switch (code) {
            case LITERAL -> {
                if (!take(row, at)) {
                    throw faults.brokenOff(position(), "the middle of a case");
                }
            }
            case BLANKS -> Arrays.fill(row, at, at + SLOT, (byte) ' ');
            case SYSTEM_MISSING -> doubles.set(row, at, -Double.MAX_VALUE);
            default -> doubles.set(row, at, code - bias);
        }
    }

    /** The next code that stands for something. A file need not mark its end. */
    private int code() {
        while (true) {
            if (nextCode == SLOT) {
                if (!take(codes, 0)) {
                    if (limit > position) {
                        throw faults.brokenOff(position(), "the middle of a case");
                    }
                    return END_OF_FILE;
                }
                nextCode = 0;
            }
            int code = codes[nextCode++] & 0xFF;
            if (code != PADDING) {
                return code;
            }
        }
    }

    /** Eight bytes of the feed, if it has as many. */
    private boolean take(byte[] into, int at) {
        while (limit - position < SLOT) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            int read = feed.read(buffer, limit, BUFFER - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        System.arraycopy(buffer, position, into, at, SLOT);
        position += SLOT;
        return true;
    }

    @Override
    public long position() {
        return feed.position();
    }

    @Override
    public void close() {
        feed.close();
    }
}
