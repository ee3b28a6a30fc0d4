package org.canbao.ingest.spss;

/** Bytes one after the other: the file itself, or what its compressed blocks unpack to. */
interface ByteFeed extends AutoCloseable {
    /**
     * Reads some bytes.
     *
     * @return how many, at least one; -1 at the end
     */
    int read(byte[] into, int from, int atMost);

    /** The offset in the file of what comes next (of its block, if it is packed). */
    long position();

    /** Closes the file. */
    @Override
    void close();
}
