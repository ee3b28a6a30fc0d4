package org.canbao.ingest.dta;

import java.util.Arrays;
import java.util.Optional;

/** The releases of the .dta format and the widths, in bytes, of what they store. */
public enum DtaRelease {
    /** Stata 8 and 9. */
    R113(113, 33, 12, 81, 2, 4, 1, 4, 4),
    /** Stata 10 and 11. */
    R114(114, 33, 49, 81, 2, 4, 1, 4, 4),
    /** Stata 12. */
    R115(115, 33, 49, 81, 2, 4, 1, 4, 4),
    /** Stata 13: the first with tags and long strings. */
    R117(117, 33, 49, 81, 2, 4, 1, 4, 4),
    /** Stata 14 and newer: the first in UTF-8. */
    R118(118, 129, 57, 321, 2, 8, 2, 8, 2),
    /** Stata 15 and newer with more than 32,767 variables. */
    R119(119, 129, 57, 321, 4, 8, 2, 8, 3);

    private final int number;
    private final int nameBytes;
    private final int formatBytes;
    private final int labelBytes;
    private final int variableCountBytes;
    private final int rowCountBytes;
    private final int labelLengthBytes;
    private final int longStringRowBytes;
    private final int referenceVariableBytes;

    DtaRelease(
            int number,
            int nameBytes,
            int formatBytes,
            int labelBytes,
            int variableCountBytes,
            int rowCountBytes,
            int labelLengthBytes,
            int longStringRowBytes,
            int referenceVariableBytes) {
        this.number = number;
        this.nameBytes = nameBytes;
        this.formatBytes = formatBytes;
        this.labelBytes = labelBytes;
        this.variableCountBytes = variableCountBytes;
        this.rowCountBytes = rowCountBytes;
        this.labelLengthBytes = labelLengthBytes;
        this.longStringRowBytes = longStringRowBytes;
        this.referenceVariableBytes = referenceVariableBytes;
    }

    /** The release of that number, if it is one that canbao reads. */
    public static Optional<DtaRelease> of(int number) {
        return Arrays.stream(values()).filter(r -> r.number == number).findFirst();
    }

    /** The number that the file carries. */
    public int number() {
        return number;
    }

    /** Whether sections stand between tags. */
    public boolean tagged() {
        return number >= 117;
    }

    /** Whether text is UTF-8 by definition. */
    public boolean unicode() {
        return number >= 118;
    }

    /** A name of a variable or of a set of value labels, with the closing zero. */
    public int nameBytes() {
        return nameBytes;
    }

    /** A display format, with the closing zero. */
    public int formatBytes() {
        return formatBytes;
    }

    /** A label of a variable, with the closing zero; before release 117 the label of the data too. */
    public int labelBytes() {
        return labelBytes;
    }

    /** The count of variables; an entry of the sort list has as many. */
    public int variableCountBytes() {
        return variableCountBytes;
    }

    /** The count of rows. */
    public int rowCountBytes() {
        return rowCountBytes;
    }

    /** The length before the label of the data, from release 117 on. */
    public int labelLengthBytes() {
        return labelLengthBytes;
    }

    /** The row number in the head of a long string. */
    public int longStringRowBytes() {
        return longStringRowBytes;
    }

    /** How many of the 8 bytes of a reference to a long string are its variable's number; the rest is the row. */
    public int referenceVariableBytes() {
        return referenceVariableBytes;
    }

    /** The longest text that a column of fixed width holds. */
    public int longestText() {
        return tagged() ? 2045 : 244;
    }
}
