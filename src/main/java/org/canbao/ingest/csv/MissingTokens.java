package org.canbao.ingest.csv;

import java.util.List;

/**
 * Which texts mean that a cell has no value: in every column the empty field and the caller's tokens, in columns that
 * are not text also {@code NA} and {@code .}. In a text column {@code NA} may be a word.
 *
 * @param everywhere the caller's tokens
 */
record MissingTokens(List<String> everywhere) {
    private static final List<String> NOT_TEXT = List.of("NA", ".");

    MissingTokens {
        everywhere = List.copyOf(everywhere);
    }

    /** Whether a cell of a text column has no value. */
    boolean inText(String cell) {
        return cell.isEmpty() || (!everywhere.isEmpty() && everywhere.contains(cell));
    }

    /** Whether a cell, without blanks around it, of a column that is not text has no value. */
    boolean outsideText(String cell) {
        return cell.isEmpty() || (cell.length() <= 2 && NOT_TEXT.contains(cell)) || inText(cell);
    }
}
