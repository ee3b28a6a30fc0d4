package org.canbao.simulate.dta;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.files.AtomicFile;
import org.canbao.files.PartFile;
import org.canbao.ingest.dta.DtaRelease;

/**
 * Writes Stata's .dta files, little-endian, batch by batch: release 114 (Stata 10 and newer) in any encoding, 117
 * (Stata 13) and 118 (Stata 14 and newer).
 *
 * <p>Text columns say their width in bytes by their display format, {@code %20s}. Longer text is cut there: from 118 on
 * at a whole character, before anywhere, as old software does. Dates are stored as long, timestamps and whole numbers of
 * 64 bits as double. Labels are cut as Stata does, at 80 bytes, from 118 on at 80 characters; names are checked, not
 * cut. The file is there whole, after {@link #close}, or not at all.
 */
public final class DtaWriter implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 18;

    private final Path target;
    private final PartFile temporary;
    private final DtaHead head;
    private final List<CellEncoder> encoders;
    private final OutputStream out;
    private final ByteBuffer block;
    private long written;
    private boolean failed;
    private boolean closed;

    /**
     * What is written.
     *
     * @param format the release: 114, 117 or 118
     * @param charset the encoding of its text; UTF-8 for 118
     * @param dataLabel what the data set is called
     * @param variables its variables, at least one
     */
    public record Layout(int format, Charset charset, String dataLabel, List<Variable> variables) {
        public Layout {
            variables = List.copyOf(variables);
        }
    }

    private DtaWriter(Path target, DtaHead head) throws IOException {
        this.target = target;
        this.temporary = PartFile.beside(target);
        this.head = head;
        List<CellEncoder> all = new ArrayList<>();
        for (DtaColumn column : head.columns()) {
            all.add(new CellEncoder(column, all.size(), head.release(), head.charset()));
        }
        this.encoders = List.copyOf(all);
        int capacity = Math.max(1, BLOCK_BYTES / head.rowWidth());
        this.block = ByteBuffer.allocate(capacity * head.rowWidth()).order(ByteOrder.LITTLE_ENDIAN);
        Files.createDirectories(target.toAbsolutePath().getParent());
        this.out = new BufferedOutputStream(Files.newOutputStream(temporary.path()));
        try {
            out.write(head.before());
        } catch (IOException e) {
            out.close();
            temporary.close();
            throw e;
        }
    }

    /**
     * Begins a file.
     *
     * @param target where it will be
     * @param layout what is written
     * @param rows how many rows will be written
     * @throws IllegalArgumentException if Stata has no such release, names, types or labels
     * @throws org.canbao.diag.CanbaoException if the file cannot be written
     */
    public static DtaWriter create(Path target, Layout layout, long rows) {
        DtaHead head = head(layout, rows);
        try {
            return new DtaWriter(target, head);
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    /**
     * Writes the rows of a batch.
     *
     * @throws IllegalArgumentException if a number is beyond what its type holds in Stata
     * @throws org.canbao.diag.CanbaoException if the file cannot be written
     */
    public void write(ColumnBatch batch) {
        int width = head.rowWidth();
        int capacity = block.capacity() / width;
        try {
            for (int from = 0; from < batch.rows(); from += capacity) {
                int to = Math.min(batch.rows(), from + capacity);
                for (CellEncoder encoder : encoders) {
                    encoder.put(batch, from, to, block, width);
                }
                out.write(block.array(), 0, (to - from) * width);
            }
            written += batch.rows();
        } catch (IOException e) {
            failed = true;
            throw AtomicFile.notWritten(target, e);
        }
    }

    /**
     * Completes the file and moves it into place, if all rows were written; otherwise nothing is left behind.
     *
     * @throws IllegalStateException if there were fewer or more rows than announced
     * @throws org.canbao.diag.CanbaoException if the file cannot be written
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (written == head.rows()) {
                out.write(head.after());
                out.close();
                AtomicFile.move(temporary.path(), target);
            }
        } catch (IOException e) {
            failed = true;
            throw AtomicFile.notWritten(target, e);
        } finally {
            temporary.close();
        }
        if (written != head.rows() && !failed) {
            throw new IllegalStateException(written + " rows written of " + head.rows() + " announced");
        }
    }

    private static DtaHead head(Layout layout, long rows) {
        DtaRelease release = DtaRelease.of(layout.format)
                .filter(r -> r == DtaRelease.R114 || r == DtaRelease.R117 || r == DtaRelease.R118)
                .orElseThrow(() -> new IllegalArgumentException("releases 114, 117, 118, not " + layout.format));
        if (layout.variables.isEmpty() || rows < 0) {
            throw new IllegalArgumentException(layout.variables.size() + " variables, " + rows + " rows");
        }
        List<DtaColumn> columns = new ArrayList<>();
        int offset = 0;
        for (Variable variable : layout.variables) {
            DtaColumn column = DtaColumn.of(variable, release, offset);
            columns.add(column);
            offset += column.type().width();
        }
        return new DtaHead(
                release, layout.charset, layout.dataLabel, List.copyOf(columns), new DtaLabels(columns), rows);
    }
}
