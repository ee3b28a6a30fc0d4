package org.canbao.ingest.spss;

/** Uncompressed cases. */
final class PlainRows implements RowSource {
    private final SavInput in;

    PlainRows(SavInput in) {
        this.in = in;
    }

    @Override
    public boolean next(byte[] row) {
        int done = 0;
        while (done < row.length) {
            int read = in.read(row, done, row.length - done);
            if (read < 0) {
                if (done == 0) {
                    return false;
                }
                throw in.faults().brokenOff(in.position(), "the middle of a case");
            }
            done += read;
        }
        return true;
    }

    @Override
    public long position() {
        return in.position();
    }

    @Override
    public void close() {
        in.close();
    }
}
