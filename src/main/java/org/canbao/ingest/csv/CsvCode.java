package org.canbao.ingest.csv;

import org.canbao.diag.Code;

/** Findings about delimited text. */
public enum CsvCode implements Code {
    /** The file has no header row. */
    EMPTY_FILE("CB0240"),
    /** A column has no name, or two have the same. */
    BAD_HEADER("CB0241"),
    /** A row has more or fewer fields than the header. */
    RAGGED_ROW("CB0242"),
    /** A quote is opened and never closed. */
    UNCLOSED_QUOTE("CB0243"),
    /** Something stands between a closing quote and the next delimiter. */
    BROKEN_QUOTE("CB0244"),
    /** Bytes that are no text in the encoding. */
    UNDECODABLE("CB0245"),
    /** A type is declared for a column that is not there. */
    UNKNOWN_COLUMN("CB0246"),
    /** A delimiter that cannot be one. */
    BAD_DELIMITER("CB0247");

    private final String id;

    CsvCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
