package org.canbao.ingest.spss;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.canbao.diag.CanbaoException;

/**
 * A file as numbers and bytes in either byte order. Lengths that a header claims are held against the length of the
 * file before any memory is taken.
 */
final class SavInput implements ByteFeed {
    private static final int BUFFER = 1 << 16;

    /** No record of a dictionary comes near this. */
    private static final int LARGEST_RECORD = 1 << 26;

    private final FileChannel channel;
    private final SavFaults faults;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final long size;
    private long bufferEnd;

    /**
     * Opens a file.
     *
     * @throws CanbaoException if it cannot be read
     */
    SavInput(Path file) {
        faults = new SavFaults(file);
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            size = channel.size();
        } catch (IOException e) {
            throw faults.notRead(e);
        }
    }

    SavFaults faults() {
        return faults;
    }

    long size() {
        return size;
    }

    long remaining() {
        return size - position();
    }

    @Override
    public long position() {
        return bufferEnd - buffer.remaining();
    }

    void order(ByteOrder order) {
        buffer.order(order);
    }

    ByteOrder order() {
        return buffer.order();
    }

    int int32(String what) {
        require(Integer.BYTES, what);
        return buffer.getInt();
    }

    long int64(String what) {
        require(Long.BYTES, what);
        return buffer.getLong();
    }

    double float64(String what) {
        require(Double.BYTES, what);
        return buffer.getDouble();
    }

    int uint8(String what) {
        require(1, what);
        return buffer.get() & 0xFF;
    }

    /** That many bytes. */
    RawBytes raw(long count, String what) {
        return new RawBytes(bytes(count, what));
    }

    private byte[] bytes(long count, String what) {
        check(count, what);
        if (count > LARGEST_RECORD) {
            throw faults.contradiction(position(), what + " of " + count + " bytes");
        }
        byte[] bytes = new byte[(int) count];
        for (int done = 0; done < bytes.length; ) {
            int read = read(bytes, done, bytes.length - done);
            if (read < 0) {
                throw faults.brokenOff(position(), what);
            }
            done += read;
        }
        return bytes;
    }

    void skip(long count, String what) {
        check(count, what);
        seek(position() + count);
    }

    void seek(long position) {
        try {
            channel.position(position);
        } catch (IOException e) {
            throw faults.notRead(e);
        }
        bufferEnd = position;
        buffer.limit(0);
    }

    private void check(long count, String what) {
        if (count < 0) {
            throw faults.contradiction(position(), what + " of " + count + " bytes");
        }
        if (count > remaining()) {
            throw faults.brokenOff(size, what);
        }
    }

    @Override
    public int read(byte[] into, int from, int atMost) {
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(atMost, buffer.remaining());
        buffer.get(into, from, count);
        return count;
    }

    private void require(int count, String what) {
        while (buffer.remaining() < count) {
            if (!fill()) {
                throw faults.brokenOff(size, what);
            }
        }
    }

    private boolean fill() {
        buffer.compact();
        try {
            int read = channel.read(buffer);
            bufferEnd += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw faults.notRead(e);
        } finally {
            buffer.flip();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw faults.notRead(e);
        }
    }
}
