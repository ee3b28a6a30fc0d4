package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.ingest.RejectFile.Reject;

/**
 * The rejects of one ingestion: {@code <wave>.rejects.csv} beside the wave's folder, with file, row, column, value and
 * reason. It holds values of single persons and therefore never leaves the store. It appears under its name when the
 * log is closed, also after a failure; without rejects there is none.
 *
 * <p>Parts of the wave may be read at the same time; their rejects are written in the order of the parts, those of a part
 * wait in memory until all before it have ended.
 */
final class RejectLog implements AutoCloseable {
    /** How many more than allowed are collected before reading stops: enough to see every kind of them. */
    private static final long MORE = 1_000;

    private static final int SHOWN = 5;

    private final RejectFile file;
    private final long allowed;
    private final List<PartLog> parts = new ArrayList<>();
    private final List<String> first = new ArrayList<>();
    private int head;
    private long written;

    /** What is known of one part. */
    private static final class PartLog {
        private final List<Reject> waiting = new ArrayList<>();
        private long count;
        private boolean ended;
    }

    /** A log of so many parts. */
    RejectLog(Path target, long allowed, int parts) {
        this.file = new RejectFile(target);
        this.allowed = allowed;
        for (int i = 0; i < parts; i++) {
            this.parts.add(new PartLog());
        }
    }

    /**
     * Takes the rejects of one part.
     *
     * @return throws {@link StoppedException} when there are so many, up to this part, that reading on is of no use
     */
    Rejects of(WavePart part, Path raw) {
        String name = String.valueOf(raw.getFileName());
        return (row, column, value, reason) -> add(part.number(), new Reject(name, row, column, value, reason));
    }

    /** A part has no more rows. */
    synchronized void ended(WavePart part) {
        parts.get(part.number()).ended = true;
        while (head < parts.size() && parts.get(head).ended) {
            head++;
            if (head < parts.size()) {
                parts.get(head).waiting.forEach(this::write);
                parts.get(head).waiting.clear();
            }
        }
    }

    /** How many there are. */
    synchronized long count() {
        return written;
    }

    /**
     * Ends the ingestion if there are more than allowed.
     *
     * @throws CanbaoException CB0254
     */
    synchronized void check() {
        if (written > allowed) {
            throw tooMany();
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private synchronized void add(int number, Reject reject) {
        PartLog part = parts.get(number);
        part.count++;
        if (number == head) {
            write(reject);
        } else {
            part.waiting.add(reject);
        }
        long upToHere = 0;
        for (PartLog earlier : parts.subList(0, number + 1)) {
            upToHere += earlier.count;
        }
        if (upToHere > allowed + MORE) {
            throw new StoppedException();
        }
    }

    private void write(Reject reject) {
        if (written > allowed + MORE) {
            return;
        }
        file.print(reject);
        written++;
        if (first.size() < SHOWN) {
            first.add(reject.shown());
        }
    }

    private CanbaoException tooMany() {
        String cells = written == 1
                ? "1 cell does"
                : (written > allowed + MORE ? "more than " + (written - 1) : written) + " cells do";
        Diagnostic finding = Diagnostic.error(
                        StoreCode.TOO_MANY_REJECTS,
                        cells + " not fit " + (written == 1 ? "its" : "their") + " column, " + allowed
                                + " may; nothing entered the store")
                .at(Place.of(file.target().toString()));
        for (String reject : first) {
            finding = finding.hint(reject);
        }
        return finding.hint(
                        "all are in `" + file.target() + "`, which holds values of persons: keep it where the data are")
                .hint("to make them missing and go on: `--max-rejects " + written
                        + "`; to give a column another type: `--type " + "NAME=string`")
                .toException();
    }
}
