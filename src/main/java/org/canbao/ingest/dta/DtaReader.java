package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.ingest.RangedReader;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.Rejects;
import org.canbao.ingest.RowOrder;
import org.canbao.ingest.dta.DtaSections.Field;

/**
 * Reads Stata's .dta files of releases 113, 114, 115, 117, 118 and 119 (Stata 8 and newer), in both byte orders.
 *
 * <p><b>Types.</b> byte, int, long, float and double become whole numbers of 8, 16 and 32 bits and floating numbers of
 * single and double precision; {@code %td} becomes a date, {@code %tc} and {@code %tC} a timestamp (see
 * {@link StataTime}); fixed and long strings become text.
 *
 * <p><b>Missing values.</b> {@code .} has the state {@link ColumnBatch#MISSING}, {@code .a} to {@code .z} their
 * letter; the empty text is a text. Labels of {@code .a} to {@code .z} become {@link Variable#missingCodes()}.
 *
 * <p><b>Memory.</b> One block of rows (256 KB, or one row if that is longer), one batch, the labels, and 16 bytes per
 * long string. Not thread-safe; {@link #range} gives each thread its own reader.
 */
public final class DtaReader implements RangedReader {
    private final DtaFile file;
    private final FileChannel channel;
    private final long toRow;
    private final RowBlock block;
    private final List<ColumnDecoder> decoders;
    private final RowOrder rejected = new RowOrder();
    private long row;

    private DtaReader(DtaFile file, long fromRow, long toRow) {
        this.file = file;
        this.channel = file.open();
        this.row = fromRow;
        this.toRow = toRow;
        this.block = new RowBlock(channel, file.sections(), file.findings());
        this.decoders = decoders();
    }

    /** Whether a file that begins with these bytes (at least 28, if it has as many) says that it is a Stata file. */
    public static boolean looksLike(byte[] head) {
        return DtaFile.looksLike(head);
    }

    /**
     * Opens a file and reads everything but its rows.
     *
     * @param path the file
     * @param encoding the encoding of its text, if the user says so
     * @throws org.canbao.diag.CanbaoException if it cannot be read (CB0802), is no Stata file (CB0210), is of a release
     *     that is not read (CB0211), breaks off (CB0212), is damaged (CB0213) or has an impossible count (CB0214)
     */
    public static DtaReader open(Path path, Optional<Charset> encoding) {
        DtaFile file = DtaFile.read(path, encoding);
        return new DtaReader(file, 0, file.sections().rows());
    }

    @Override
    public RawDescription description() {
        return file.description();
    }

    /**
     * {@inheritDoc}
     *
     * <p>It costs a file handle and a block, not another look at the labels.
     */
    @Override
    public DtaReader range(long from, long to) {
        long rows = file.sections().rows();
        if (from < 0 || to < from || to > rows) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " of " + rows);
        }
        return new DtaReader(file, from, to);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Rejects come in the order of the rows, those of a row in the order of the variables.
     */
    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        int columns = batch.variables().size();
        if (columns != decoders.size()) {
            throw new IllegalArgumentException("a batch of " + columns + " columns for " + decoders.size());
        }
        batch.clear();
        int wanted = (int) Math.min(batch.capacity(), toRow - row);
        int filled = 0;
        while (filled < wanted) {
            block.read(row, Math.min(wanted - filled, block.capacity()));
            for (ColumnDecoder decoder : decoders) {
                decoder.decode(block, batch, filled, rejected);
            }
            rejected.passOn(rejects);
            filled += block.rows();
            row += block.rows();
        }
        batch.rows(filled);
        return filled > 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LogManager.getLogger(DtaReader.class).debug("closing a file that was only read", e);
        }
    }

    private List<ColumnDecoder> decoders() {
        CellText texts = new CellText(file.charset());
        List<ColumnDecoder> all = new ArrayList<>();
        for (int j = 0; j < file.sections().fields().size(); j++) {
            all.add(decoder(j, texts));
        }
        return List.copyOf(all);
    }

    private ColumnDecoder decoder(int column, CellText texts) {
        Field field = file.sections().fields().get(column);
        String name = file.description().variables().get(column).name();
        Optional<StataTime> time = DtaVariables.time(field);
        if (time.isPresent()) {
            return new TimeColumn(column, field, name, time.get(), block.capacity());
        }
        return switch (field.type().kind()) {
            case TEXT -> new TextColumn(column, field.offset(), field.type().width(), name, texts);
            case LONG_TEXT -> new StrlColumn(column, field.offset(), name, strls(), texts);
            default -> NumberColumns.of(field.type().kind(), column, field.offset(), name);
        };
    }

    private Strls strls() {
        return new Strls(channel, file.sections(), file.references(), file.findings());
    }
}
