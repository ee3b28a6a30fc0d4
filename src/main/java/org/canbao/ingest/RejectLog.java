package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final List<String> remedies;
    private final List<PartLog> parts = new ArrayList<>();
    private final RejectTally tally = new RejectTally();
    private int head;
    private long written;

    /** What is known of one part. */
    private static final class PartLog {
        private final List<Reject> waiting = new ArrayList<>();
        private long count;
        private boolean ended;
    }

    /**
     * A log.
     *
     * @param target where it is written
     * @param allowed how many rejects may be
     * @param parts of how many parts
     * @param remedies what else can be done if there are more, a sentence each
     */
    RejectLog(Path target, long allowed, int parts, List<String> remedies) {
        this.file = new RejectFile(target);
        this.allowed = allowed;
        this.remedies = List.copyOf(remedies);
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
        tally.add(reject);
    }

    /** What became missing because it did not fit, if anything did; rejects are allowed, but never silent. */
    synchronized Optional<Diagnostic> allowedOnes() {
        if (written == 0) {
            return Optional.empty();
        }
        Diagnostic finding = Diagnostic.warning(
                StoreCode.REJECTS,
                written + (written == 1 ? " cell does" : " cells do") + " not fit and " + (written == 1 ? "is" : "are")
                        + " missing in the store, as --max-rejects allows");
        return Optional.of(shown(finding));
    }

    private CanbaoException tooMany() {
        String cells = written == 1
                ? "1 cell does"
                : (written > allowed + MORE ? "more than " + (written - 1) : written) + " cells do";
        Diagnostic finding = shown(Diagnostic.error(
                        StoreCode.TOO_MANY_REJECTS,
                        cells + " not fit " + (written == 1 ? "its" : "their") + " column, " + allowed
                                + " may; nothing entered the store")
                .at(Place.of(file.target().toString())));
        for (String remedy : remedies) {
            finding = finding.hint(remedy);
        }
        return finding.hint("to make them missing and go on: `--max-rejects N`, "
                        + (written > allowed + MORE ? "with N above " + (written - 1) : "N = " + written + " or more"))
                .toException();
    }

    private Diagnostic shown(Diagnostic finding) {
        Diagnostic told = finding;
        for (String line : tally.lines(SHOWN)) {
            told = told.hint(line);
        }
        return told.hint(
                "all are in `" + file.target() + "`, which holds values of persons: keep it where the data are");
    }
}
