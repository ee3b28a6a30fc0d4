package org.canbao.ingest.spss;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.data.ColumnBatch;
import org.canbao.diag.CanbaoException;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;
import org.canbao.ingest.Rejects;
import org.canbao.ingest.TextEncoding.Detected;

/**
 * Reads SPSS system files: {@code .sav}, uncompressed or in bytecode, and {@code .zsav}, in either byte order.
 *
 * <p><b>Types.</b> Numbers are doubles in SPSS and stay so. Those with a date format are {@code DATE} (a value that is
 * not a whole number of days is a reject), those with a date-and-time format {@code TIMESTAMP} in microseconds;
 * durations stay numbers of seconds. Texts lose their trailing blanks; segments of texts longer than 255 bytes are put
 * together; the empty text is a text.
 *
 * <p><b>Missing.</b> System-missing becomes {@link ColumnBatch#MISSING}; a value that the file declares missing becomes
 * {@link ColumnBatch#USER_MISSING} and stays in the array. {@link org.canbao.data.Variable#missingCodes()} lists the
 * declared values, ranges as {@code 97 thru 99}, {@code LO thru -1} or {@code 90 thru HI}, and behind a range the
 * labelled values in it.
 *
 * <p><b>Encoding.</b> What the caller says; otherwise what the file says by name or by code page; otherwise what its
 * texts look like.
 */
public final class SavReader implements RawReader {
    private final RawDictionary dictionary;
    private final SavFaults faults;
    private final RowSource source;
    private final SavText text;
    private final List<SavVariable> variables;
    private final RawDescription description;
    private final byte[] bytes;
    private long row;

    private SavReader(SavInput in, Path file, Optional<Charset> given) {
        dictionary = RawDictionary.read(in);
        faults = in.faults();
        Detected encoding = new SavEncoding(dictionary).resolve(given, () -> TextSample.of(file, dictionary));
        text = new SavText(encoding.charset());
        variables = new SavDictionary(dictionary, text, faults).variables();
        description = new RawDescription(
                dictionary.header().compression().toString(),
                encoding.charset().name(),
                encoding.reason(),
                text.label(dictionary.header().label()),
                dictionary.rows(),
                variables.stream().map(SavVariable::variable).toList());
        bytes = new byte[dictionary.rowBytes()];
        source = RowSource.of(in, dictionary);
    }

    /**
     * Opens a file and reads its dictionary.
     *
     * @param encoding the encoding of its texts, if the caller knows better than the file
     * @throws CanbaoException if it cannot be read, is no SPSS file, breaks off or contradicts itself
     */
    public static SavReader open(Path file, Optional<Charset> encoding) {
        SavInput in = new SavInput(file);
        try {
            return new SavReader(in, file, encoding);
        } catch (CanbaoException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public RawDescription description() {
        return description;
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        batch.clear();
        CaseCells cells = new CaseCells(dictionary.header().order(), text, batch, rejects);
        int filled = 0;
        while (filled < batch.capacity() && advance()) {
            cells.put(bytes, variables, filled++, row);
        }
        batch.rows(filled);
        return filled > 0;
    }

    /** Reads the bytes of the next case. */
    private boolean advance() {
        OptionalLong rows = dictionary.rows();
        if (rows.isPresent() && row == rows.getAsLong()) {
            return false;
        }
        if (source.next(bytes)) {
            row++;
            return true;
        }
        if (rows.isPresent()) {
            throw faults.brokenOff(source.position(), "case " + (row + 1) + " of " + rows.getAsLong());
        }
        return false;
    }

    @Override
    public void close() {
        source.close();
    }
}
