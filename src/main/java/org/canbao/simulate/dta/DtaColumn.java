package org.canbao.simulate.dta;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaRelease;
import org.canbao.ingest.dta.DtaType;
import org.canbao.ingest.dta.DtaType.Kind;

/**
 * How a variable is stored in the file.
 *
 * @param variable the variable
 * @param type its type in the file
 * @param format its display format
 * @param offset of its cell in the row
 */
record DtaColumn(Variable variable, DtaType type, String format, int offset) {
    private static final int LONGEST_NAME = 32;
    private static final Pattern ASCII_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern UNICODE_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*");
    private static final Pattern TEXT_FORMAT = Pattern.compile("%[-~]?([0-9]{1,4})s");

    static DtaColumn of(Variable variable, DtaRelease release, int offset) {
        checkName(variable.name(), release);
        return new DtaColumn(variable, type(variable, release), format(variable), offset);
    }

    private static void checkName(String name, DtaRelease release) {
        Pattern valid = release.unicode() ? UNICODE_NAME : ASCII_NAME;
        if (name.codePointCount(0, name.length()) > LONGEST_NAME
                || !valid.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name of a variable in Stata " + release.number()
                    + " files: letters, digits and _, at most " + LONGEST_NAME);
        }
    }

    private static DtaType type(Variable variable, DtaRelease release) {
        return switch (variable.type()) {
            case BOOLEAN, INT8 -> DtaType.number(Kind.BYTE);
            case INT16 -> DtaType.number(Kind.INT);
            case INT32, DATE -> DtaType.number(Kind.LONG);
            case FLOAT32 -> DtaType.number(Kind.FLOAT);
            case INT64, FLOAT64, TIMESTAMP -> DtaType.number(Kind.DOUBLE);
            case STRING -> DtaType.text(textWidth(variable, release));
        };
    }

    private static int textWidth(Variable variable, DtaRelease release) {
        Matcher matcher = TEXT_FORMAT.matcher(variable.format());
        int width = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (width < 1 || width > release.longestText()) {
            throw new IllegalArgumentException(
                    "text `" + variable.name() + "` needs a format that says its width, %1s to %"
                            + release.longestText() + "s, not `" + variable.format() + "`");
        }
        return width;
    }

    private static String format(Variable variable) {
        return Optional.of(variable.format()).filter(f -> !f.isEmpty()).orElseGet(() -> switch (variable.type()) {
            case BOOLEAN, INT8, INT16 -> "%8.0g";
            case INT32 -> "%12.0g";
            case FLOAT32 -> "%9.0g";
            case INT64, FLOAT64 -> "%10.0g";
            case DATE -> "%td";
            case TIMESTAMP -> "%tc";
            case STRING -> throw new IllegalStateException(variable.name());
        });
    }
}
