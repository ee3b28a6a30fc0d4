package org.canbao.ingest;

import java.util.OptionalLong;

/** Adds up what the parts of each raw file have done; tells the listener from one thread at a time. */
final class WaveProgress {
    private final RawInputs inputs;
    private final Progress listener;
    private final long[] rows;

    WaveProgress(RawInputs inputs, Progress listener) {
        this.inputs = inputs;
        this.listener = listener;
        this.rows = new long[inputs.files().size()];
    }

    /** So many more rows of a file are done. */
    synchronized void add(int file, long more) {
        rows[file] += more;
        OptionalLong total = inputs.descriptions().get(file).rows();
        listener.rows(inputs.files().get(file), rows[file], total);
    }

    /** Rows of all files. */
    synchronized long rows() {
        long all = 0;
        for (long ofFile : rows) {
            all += ofFile;
        }
        return all;
    }
}
