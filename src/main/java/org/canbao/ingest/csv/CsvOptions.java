package org.canbao.ingest.csv;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.diag.Diagnostic;

/**
 * What the caller knows of a delimited file.
 *
 * @param encoding its encoding; detected if empty
 * @param delimiter what separates the fields; if empty, whichever of comma, semicolon and tab the header has most of
 * @param types declared types by column; the other columns are decided on their values
 * @param missingTokens texts that mean "missing" in every column, text or not, besides those that always do (see
 *     {@link CsvReader})
 */
public record CsvOptions(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Map<String, ValueType> types,
        List<String> missingTokens) {

    /**
     * Copies the collections.
     *
     * @throws org.canbao.diag.CanbaoException if the delimiter is a quote or a line break
     */
    public CsvOptions {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        missingTokens = List.copyOf(missingTokens);
        if (delimiter.isPresent() && "\"\r\n".indexOf(delimiter.get()) >= 0) {
            throw Diagnostic.error(CsvCode.BAD_DELIMITER, "a quote or a line break cannot separate fields")
                    .hint("usual delimiters: `,` `;` and tab")
                    .toException();
        }
    }

    /** Everything is found out from the file. */
    public static CsvOptions defaults() {
        return new CsvOptions(Optional.empty(), Optional.empty(), Map.of(), List.of());
    }
}
