package org.canbao.ingest.spss;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the zlib blocks of a .zsav file unpack to. */
final class ZlibBlocks implements ByteFeed {
    private static final int BUFFER = 1 << 16;
    private static final int TRAILER_HEADER = 24;
    private static final int TRAILER_ENTRY = 24;

    private final SavInput in;
    private final SavFaults faults;
    private final List<Block> blocks;
    private final Inflater inflater = new Inflater();
    private final byte[] packed = new byte[BUFFER];
    private int next;
    private long packedLeft;
    private long unpackedLeft;

    /**
     * A block, by the table at the end of the file.
     *
     * @param offset where it stands
     * @param packed its length there
     * @param unpacked its length when unpacked
     */
    private record Block(long offset, long packed, long unpacked) {}

    /** Reads the table of blocks; the input stands at the start of the packed cases. */
    ZlibBlocks(SavInput in) {
        this.in = in;
        this.faults = in.faults();
        this.blocks = table(in);
    }

    private static List<Block> table(SavInput in) {
        String what = "the header of the compressed cases";
        long start = in.position();
        long self = in.int64(what);
        long trailer = in.int64(what);
        long length = in.int64(what);
        if (self != start || trailer < in.position() || length < TRAILER_HEADER) {
            throw in.faults().contradiction(start, "the header of the compressed cases");
        }
        if (trailer > in.size() - TRAILER_HEADER) {
            throw in.faults().brokenOff(in.size(), "the compressed cases, whose table should be at byte " + trailer);
        }
        long end = in.position();
        in.seek(trailer);
        in.skip(TRAILER_HEADER - Integer.BYTES, what);
        int count = in.int32(what);
        if (count < 0 || (long) count * TRAILER_ENTRY > in.remaining()) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, count + " compressed blocks");
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Block block = block(in);
            if (block.offset() != end || block.packed() > trailer - end || block.packed() < 0 || block.unpacked() < 0) {
                throw in.faults().contradiction(in.position() - TRAILER_ENTRY, "compressed block " + (i + 1));
            }
            end += block.packed();
            blocks.add(block);
        }
        return blocks;
    }

    private static Block block(SavInput in) {
        String what = "the table of compressed blocks";
        in.int64(what);
        long offset = in.int64(what);
        int unpacked = in.int32(what);
        int packed = in.int32(what);
        return new Block(offset, packed, unpacked);
    }

    @Override
    public int read(byte[] into, int from, int atMost) {
        while (true) {
            if (unpackedLeft == 0 && !nextBlock()) {
                return -1;
            }
            int read = unpack(into, from, (int) Math.min(atMost, unpackedLeft));
            if (read > 0) {
                unpackedLeft -= read;
                return read;
            }
        }
    }

    private boolean nextBlock() {
        if (next == blocks.size()) {
            return false;
        }
        Block block = blocks.get(next++);
        in.seek(block.offset());
        packedLeft = block.packed();
        unpackedLeft = block.unpacked();
        inflater.reset();
        return true;
    }

    private int unpack(byte[] into, int from, int atMost) {
        try {
            int read = inflater.inflate(into, from, atMost);
            if (read == 0 && atMost > 0) {
                feed();
            }
            return read;
        } catch (DataFormatException e) {
            throw faults.contradiction(in.position(), "the compressed cases cannot be unpacked");
        }
    }

    private void feed() {
        if (inflater.finished() || inflater.needsDictionary() || packedLeft == 0) {
            throw faults.contradiction(in.position(), "a compressed block unpacks to less than its table says");
        }
        int read = in.read(packed, 0, (int) Math.min(BUFFER, packedLeft));
        if (read < 0) {
            throw faults.brokenOff(in.position(), "a compressed block");
        }
        packedLeft -= read;
        inflater.setInput(packed, 0, read);
    }

    @Override
    public long position() {
        return in.position();
    }

    @Override
    public void close() {
        inflater.end();
        in.close();
    }
}
