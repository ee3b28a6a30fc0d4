package org.canbao.ingest.binding;

import java.util.Locale;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.ingest.Rejects;

/**
 * The cells of one raw column into those of a harmonised one: missing codes are kept as codes, values with a code become
 * its target, all others are converted or become rejects.
 */
final class ColumnTransfer {
    private final BoundVariable bound;
    private final int to;
    private final CodeTable codes;
    private final CellConversion conversion;
    private final Object targets;

    /**
     * A transfer.
     *
     * @param to the column of the harmonised variable
     * @param conversion how values without a code go
     */
    ColumnTransfer(BoundVariable bound, int to, CellConversion conversion) {
        this.bound = bound;
        this.to = to;
        this.codes = new CodeTable(bound.codes(), bound.raw().type());
        this.conversion = conversion;
        this.targets = targets(bound.variable().type());
    }

    /**
     * Fills the column.
     *
     * @param before how many rows of the file lie before this batch
     */
    void apply(ColumnBatch raw, ColumnBatch out, long before, Rejects rejects) {
        byte[] states = raw.states(bound.column());
        byte[] written = out.states(to);
        for (int i = 0; i < raw.rows(); i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                present(raw, out, i, before, rejects);
            } else if (states[i] == ColumnBatch.USER_MISSING) {
                out.missing(to, i, CellText.code(raw, bound.column(), i));
            } else {
                written[i] = states[i];
            }
        }
    }

    private void present(ColumnBatch raw, ColumnBatch out, int row, long before, Rejects rejects) {
        int place = codes.find(raw, bound.column(), row);
        if (place >= 0) {
            coded(out, row, place);
            return;
        }
        Fit fit = bound.codes().others() == CodeMap.Others.KEEP
                ? conversion.put(raw, bound.column(), out, to, row)
                : isBlank(raw, row) ? Fit.BLANK : Fit.NO;
        if (fit != Fit.YES) {
            out.states(to)[row] = ColumnBatch.MISSING;
        }
        if (fit == Fit.NO) {
            String value = CellText.value(raw, bound.column(), row);
            rejects.add(before + row + 1, bound.wanted().name(), value, reason(value));
        }
    }

    /** An empty text is an empty cell, not one whose code is not known. */
    private boolean isBlank(ColumnBatch raw, int row) {
        return bound.raw().type() == ValueType.STRING && raw.strings(bound.column())[row].isBlank();
    }

    private void coded(ColumnBatch out, int row, int place) {
        if (codes.target(place).isEmpty()) {
            if (codes.raw(place).isEmpty()) {
                out.states(to)[row] = ColumnBatch.MISSING;
            } else {
                out.missing(to, row, codes.raw(place));
            }
        } else if (targets instanceof long[] whole) {
            out.longs(to)[row] = whole[place];
        } else if (targets instanceof double[] floating) {
            out.doubles(to)[row] = floating[place];
        } else {
            out.strings(to)[row] = ((String[]) targets)[place];
        }
    }

    private String reason(String value) {
        String raw = "`" + bound.raw().name() + "`";
        if (bound.codes().others() == CodeMap.Others.REJECT) {
            String label = bound.raw().valueLabels().getOrDefault(value, "");
            return "no code of the schema is this value or its label" + (label.isBlank() ? "" : " `" + label + "`")
                    + " in " + raw;
        }
        String expected = bound.wanted().date().isPresent()
                ? "a date written as " + bound.wanted().date().get().format().text()
                : bound.variable().type().name().toLowerCase(Locale.ROOT);
        return "expected " + expected + " in " + raw + "; if it is a code for missing, list it under `missing`";
    }

    /** The harmonised values of all codes, in the kind of array that their column has. */
    private Object targets(ValueType type) {
        String[] texts = new String[codes.size()];
        long[] whole = new long[codes.size()];
        double[] floating = new double[codes.size()];
        for (int i = 0; i < texts.length; i++) {
            String text = codes.target(i).orElse("");
            texts[i] = text;
            if (!text.isEmpty() && type.isIntegral()) {
                whole[i] = whole(type, text);
            } else if (!text.isEmpty() && type.isNumeric()) {
                floating[i] = Double.parseDouble(text);
            }
        }
        return type == ValueType.STRING ? texts : type.isIntegral() ? whole : floating;
    }

    private static long whole(ValueType type, String text) {
        return type == ValueType.BOOLEAN ? (text.equals("true") ? 1 : 0) : Long.parseLong(text);
    }
}
