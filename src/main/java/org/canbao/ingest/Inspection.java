package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;

/**
 * What is in a raw file, from one pass over it. It has ranges, counts and the labels that the file declares, but no
 * value of a text variable, so that it can be shown to others than the holder of the data with little risk; the
 * smallest and the largest number are of single rows, though.
 *
 * @param file the name of the file, without folders
 * @param format its format
 * @param encoding the encoding of its text
 * @param encodingReason why that encoding
 * @param label the label of the data set, empty if none
 * @param rows its rows
 * @param rejected cells that do not fit their column
 * @param variables its variables, in order
 */
public record Inspection(
        String file,
        String format,
        String encoding,
        String encodingReason,
        String label,
        long rows,
        long rejected,
        List<VariableSummary> variables) {
    /** How many different values of a variable are counted. */
    public static final int DISTINCT_CAP = 1_000;

    static final int BATCH_ROWS = 2_048;

    public Inspection {
        variables = List.copyOf(variables);
    }

    /**
     * Reads a file.
     *
     * @throws org.canbao.diag.CanbaoException if it cannot be read
     */
    public static Inspection of(Path file, OpenOptions options) {
        try (RawReader reader = RawFiles.open(file, options)) {
            return of(String.valueOf(file.getFileName()), reader, BATCH_ROWS);
        }
    }

    static Inspection of(String file, RawReader reader, int batchRows) {
        return of(file, reader, batchRows, (row, column, value, reason) -> {});
    }

    /** The same, telling also which cells do not fit. */
    static Inspection of(String file, RawReader reader, int batchRows, Rejects rejects) {
        RawDescription description = reader.description();
        List<Variable> variables = description.variables();
        List<ColumnSurvey> surveys = new ArrayList<>();
        variables.forEach(variable -> surveys.add(new ColumnSurvey(variable, surveys.size())));
        ColumnBatch batch = new ColumnBatch(variables, batchRows);
        AtomicLong rejected = new AtomicLong();
        long rows = 0;
        Rejects counted = (row, column, value, reason) -> {
            rejected.incrementAndGet();
            rejects.add(row, column, value, reason);
        };
        while (reader.next(batch, counted)) {
            surveys.forEach(survey -> survey.look(batch));
            rows += batch.rows();
        }
        return new Inspection(
                file,
                description.format(),
                description.encoding(),
                description.encodingReason(),
                description.label(),
                rows,
                rejected.get(),
                surveys.stream().map(ColumnSurvey::summary).toList());
    }
}
