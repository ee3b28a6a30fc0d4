package org.canbao.ingest;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/** What one column of a raw file holds, gathered batch by batch. */
final class ColumnSurvey {
    /** Whole numbers from here on may be those of persons, documents or telephones; only their length is told. */
    private static final double LONG_NUMBER = 1e9;
    /** Nothing has so many digits that is a number of somebody. */
    private static final double TOO_LONG = 1e20;

    private final Variable variable;
    private final int column;
    private final DistinctValues numbers = new DistinctValues(Inspection.DISTINCT_CAP);
    private final Set<String> texts = new HashSet<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private long present;
    private long missing;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private boolean manyTexts;

    ColumnSurvey(Variable variable, int column) {
        this.variable = variable;
        this.column = column;
    }

    /** Looks at the column's cells of a batch. */
    void look(ColumnBatch batch) {
        byte[] states = batch.states(column);
        for (int i = 0; i < batch.rows(); i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                present++;
            } else if (states[i] == ColumnBatch.MISSING) {
                missing++;
            } else {
                codes.merge(CellText.code(batch, column, i), 1L, Long::sum);
            }
        }
        if (variable.type() == ValueType.STRING) {
            lookAtTexts(batch.strings(column), states, batch.rows());
        } else if (variable.type().isIntegral()) {
            lookAtLongs(batch.longs(column), states, batch.rows());
        } else {
            lookAtDoubles(batch.doubles(column), states, batch.rows());
        }
    }

    /** The result. */
    VariableSummary summary() {
        Optional<VariableSummary.Lengths> lengths = variable.type() == ValueType.STRING && present > 0
                ? Optional.of(new VariableSummary.Lengths(shortest, longest))
                : Optional.empty();
        return new VariableSummary(variable, present, missing, codes, range(), lengths, distinct());
    }

    private void lookAtLongs(long[] values, byte[] states, int rows) {
        for (int i = 0; i < rows; i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
                numbers.add(values[i]);
            }
        }
    }

    private void lookAtDoubles(double[] values, byte[] states, int rows) {
        for (int i = 0; i < rows; i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                lowest = Math.min(lowest, values[i]);
                highest = Math.max(highest, values[i]);
                // Both zeros are one value.
                numbers.add(Double.doubleToLongBits(values[i] + 0.0));
            }
        }
    }

    private void lookAtTexts(String[] values, byte[] states, int rows) {
        for (int i = 0; i < rows; i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                int length = values[i].codePointCount(0, values[i].length());
                shortest = Math.min(shortest, length);
                longest = Math.max(longest, length);
                count(values[i]);
            }
        }
    }

    private void count(String text) {
        if (!manyTexts) {
            texts.add(text);
            manyTexts = texts.size() > Inspection.DISTINCT_CAP;
            if (manyTexts) {
                texts.clear();
            }
        }
    }

    private Optional<Integer> distinct() {
        if (variable.type() == ValueType.STRING) {
            return manyTexts ? Optional.empty() : Optional.of(texts.size());
        }
        return numbers.count();
    }

    private Optional<VariableSummary.Range> range() {
        ValueType type = variable.type();
        if (type == ValueType.STRING || present == 0) {
            return Optional.empty();
        }
        VariableSummary.Range range = type.isIntegral()
                ? new VariableSummary.Range(CellText.integral(type, least), CellText.integral(type, greatest))
                : new VariableSummary.Range(number(lowest), number(highest));
        return Optional.of(mayNamePersons(type) ? masked(range) : range);
    }

    private boolean mayNamePersons(ValueType type) {
        if (type == ValueType.INT32 || type == ValueType.INT64) {
            return isLong(least) || isLong(greatest);
        }
        return !type.isIntegral() && (isLong(lowest) || isLong(highest));
    }

    private static boolean isLong(double value) {
        double size = Math.abs(value);
        return size >= LONG_NUMBER && size < TOO_LONG && value == Math.rint(value);
    }

    private static VariableSummary.Range masked(VariableSummary.Range range) {
        return new VariableSummary.Range(masked(range.least()), masked(range.greatest()));
    }

    private static String masked(String value) {
        return "#".repeat(value.length());
    }

    private String number(double value) {
        return variable.type() == ValueType.FLOAT32 && value != Math.rint(value)
                ? Float.toString((float) value)
                : CellText.number(value);
    }
}
