package org.canbao.ingest.csv;

import org.canbao.data.ValueType;

/** What the values of one column, seen one after the other, say about its type. */
final class ColumnEvidence {
    /** More digits than these make an identity number, not a quantity: a double would lose some of them. */
    private static final int QUANTITY_DIGITS = 15;

    private final MissingTokens missing;
    private long values;
    private long wholes;
    private long decimals;
    private long booleans;
    private long dates;
    private long timestamps;
    private boolean longDigits;
    private boolean leadingZero;

    ColumnEvidence(MissingTokens missing) {
        this.missing = missing;
    }

    /** Takes the next cell into account. */
    void see(String raw) {
        if (leadingZero) {
            return;
        }
        String cell = Cells.strip(raw);
        if (missing.outsideText(cell)) {
            return;
        }
        values++;
        if (!seeNumber(cell)) {
            seeOther(cell);
        }
    }

    private boolean seeNumber(String cell) {
        if (WholeNumber.parse(cell) != WholeNumber.NONE) {
            wholes++;
        } else if (!Double.isNaN(DecimalNumber.parse(cell))) {
            decimals++;
        } else {
            // An identity number may end in a letter: count its digits without it.
            longDigits |= WholeNumber.digits(cell.substring(0, cell.length() - 1)) > QUANTITY_DIGITS;
            return false;
        }
        longDigits |= cell.length() > QUANTITY_DIGITS && WholeNumber.digits(cell) > QUANTITY_DIGITS;
        leadingZero = Cells.hasLeadingZero(cell);
        return true;
    }

    private void seeOther(String cell) {
        if (Cells.isBoolean(cell)) {
            booleans++;
        } else if (IsoTime.days(cell) != IsoTime.NONE) {
            dates++;
        } else if (IsoTime.micros(cell) != IsoTime.NONE) {
            timestamps++;
        }
    }

    /**
     * The type of what more than half of the values are, text otherwise. Numbers are whole ({@code INT64}) only if all
     * numbers are; and they are text if one has a leading zero, or if one has more than 15 digits and not every value
     * is a whole number within 64 bits, because then the digits are an identity and would be lost.
     */
    ValueType decide() {
        long numbers = wholes + decimals;
        if (isMost(numbers)) {
            boolean identity = leadingZero || (longDigits && wholes < values);
            return identity ? ValueType.STRING : decimals == 0 ? ValueType.INT64 : ValueType.FLOAT64;
        }
        return isMost(booleans)
                ? ValueType.BOOLEAN
                : isMost(dates) ? ValueType.DATE : isMost(timestamps) ? ValueType.TIMESTAMP : ValueType.STRING;
    }

    private boolean isMost(long count) {
        return 2 * count > values;
    }
}
