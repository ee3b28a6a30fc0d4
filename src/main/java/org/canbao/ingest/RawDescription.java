package org.canbao.ingest;

import java.util.List;
import java.util.OptionalLong;
import org.canbao.data.Variable;

/**
 * What a raw file says of itself.
 *
 * @param format for example {@code Stata 114}, {@code SPSS zsav}, {@code CSV}
 * @param encoding the encoding of its text, as used for reading
 * @param encodingReason why that encoding: declared by the file, given by the user, or detected and how
 * @param label the label of the data set, empty if none
 * @param rows the number of rows, if the file says
 * @param variables its variables, in order
 */
public record RawDescription(
        String format,
        String encoding,
        String encodingReason,
        String label,
        OptionalLong rows,
        List<Variable> variables) {
    public RawDescription {
        variables = List.copyOf(variables);
    }
}
