package org.canbao.ingest.spss;

/** The cases of a file, as they would stand in an uncompressed one. */
interface RowSource extends AutoCloseable {
    /**
     * Fills the bytes of one case.
     *
     * @return whether there was one
     * @throws org.canbao.diag.CanbaoException if the file ends in the middle of it
     */
    boolean next(byte[] row);

    /** Where the source stands in the file, for findings. */
    long position();

    /** Closes the file. */
    @Override
    void close();

    /** The cases behind a dictionary; the input is closed with them. */
    static RowSource of(SavInput in, RawDictionary dictionary) {
        in.seek(dictionary.dataStart());
        SavHeader header = dictionary.header();
        return switch (header.compression()) {
            case NONE -> new PlainRows(in);
            case BYTECODE -> new BytecodeRows(in, in.faults(), header.bias(), header.order());
            case ZLIB -> new BytecodeRows(new ZlibBlocks(in), in.faults(), header.bias(), header.order());
        };
    }
}
