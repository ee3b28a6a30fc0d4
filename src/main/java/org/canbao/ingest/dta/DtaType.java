package org.canbao.ingest.dta;

import java.util.Optional;

/**
 * How a variable is stored.
 *
 * @param kind its kind
 * @param width bytes per cell
 */
public record DtaType(Kind kind, int width) {
    private static final int LONG_STRING_CODE = 32768;
    private static final int LAST_BINARY_CODE = 255;
    private static final int LAST_TAGGED_CODE = 65526;

    /** The kinds of storage. */
    public enum Kind {
        /** Whole numbers of 8 bits. */
        BYTE,
        /** Whole numbers of 16 bits. */
        INT,
        /** Whole numbers of 32 bits. */
        LONG,
        /** IEEE single precision. */
        FLOAT,
        /** IEEE double precision. */
        DOUBLE,
        /** Text of fixed width. */
        TEXT,
        /** A reference to text of any length. */
        LONG_TEXT
    }

    /** A number of that kind. */
    public static DtaType number(Kind kind) {
        return new DtaType(
                kind,
                switch (kind) {
                    case BYTE -> 1;
                    case INT -> 2;
                    case LONG, FLOAT -> 4;
                    case DOUBLE -> 8;
                    case TEXT, LONG_TEXT -> throw new IllegalArgumentException(kind + " is no number");
                });
    }

    /** Text of fixed width. */
    public static DtaType text(int width) {
        return new DtaType(Kind.TEXT, width);
    }

    /** The type with this code in files of that release; empty if there is none. */
    static Optional<DtaType> of(int code, DtaRelease release) {
        if (code >= 1 && code <= release.longestText()) {
            return Optional.of(text(code));
        }
        if (release.tagged() && code == LONG_STRING_CODE) {
            return Optional.of(new DtaType(Kind.LONG_TEXT, 8));
        }
        int ordinal = release.tagged()
                ? Kind.DOUBLE.ordinal() - (code - LAST_TAGGED_CODE)
                : Kind.DOUBLE.ordinal() - (LAST_BINARY_CODE - code);
        return ordinal >= 0 && ordinal <= Kind.DOUBLE.ordinal()
                ? Optional.of(number(Kind.values()[ordinal]))
                : Optional.empty();
    }

    /** Its code in files of that release. */
    public int code(DtaRelease release) {
        return switch (kind) {
            case TEXT -> width;
            case LONG_TEXT -> LONG_STRING_CODE;
            default -> {
                int fromDouble = Kind.DOUBLE.ordinal() - kind.ordinal();
                yield release.tagged() ? LAST_TAGGED_CODE + fromDouble : LAST_BINARY_CODE - fromDouble;
            }
        };
    }
}
