package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some rows of one raw file, which become one Parquet file. How a file is cut depends on the file alone, never on the
 * threads at hand: the store has the same bytes on any machine.
 *
 * @param number its place among all parts of the wave, from 0
 * @param file the number of the raw file
 * @param range which rows; all if empty
 */
record WavePart(int number, int file, Optional<Range> range) {
    /** What a part has at least, of the raw file: large enough for row groups of full size. */
    static final long BYTES = 32L << 20;

    /** Queries name every file of a wave: a large raw file is cut into larger parts rather than into more. */
    private static final long MOST = 32;

    /**
     * Rows of a file.
     *
     * @param from the first, counted from 0
     * @param to the first that does not belong to them
     */
    record Range(long from, long to) {}

    /**
     * Cuts a wave.
     *
     * @param bytes what a part has at least, unless the file is smaller
     */
    static List<WavePart> of(RawInputs inputs, long bytes) {
        List<WavePart> parts = new ArrayList<>();
        for (int file = 0; file < inputs.files().size(); file++) {
            OptionalLong rows = inputs.rangedRows(file);
            long count = count(inputs.bytes(file), rows.orElse(0), bytes);
            for (long k = 0; k < count; k++) {
                Optional<Range> range = count == 1
                        ? Optional.empty()
                        : Optional.of(new Range(rows.orElseThrow() * k / count, rows.orElseThrow() * (k + 1) / count));
                parts.add(new WavePart(parts.size(), file, range));
            }
        }
        return parts;
    }

    /** A power of two, so that two, four or eight threads have equally much to do and end at the same time. */
    private static long count(long fileBytes, long rows, long bytes) {
        long most = Math.min(Math.min(fileBytes / bytes, MOST), rows);
        return Math.max(1, Long.highestOneBit(most));
    }
}
