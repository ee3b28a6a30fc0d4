package org.canbao.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.simulate.dta.DtaWriter;

/** A Stata file as wide as a wave of a survey: 301 variables of all types, 1,688 bytes a row. Same bytes every time. */
final class WideExtract {
    private static final int BATCH = 2048;

    private WideExtract() {}

    static void write(Path file, int rows) {
        List<Variable> variables = variables();
        DtaWriter.Layout layout = new DtaWriter.Layout(118, StandardCharsets.UTF_8, "simulated", variables);
        ColumnBatch batch = new ColumnBatch(variables, BATCH);
        try (DtaWriter writer = DtaWriter.create(file, layout, rows)) {
            for (int from = 0; from < rows; from += BATCH) {
                batch.clear();
                batch.rows(Math.min(BATCH, rows - from));
                for (int j = 0; j < variables.size(); j++) {
                    fill(batch, j, from);
                }
                writer.write(batch);
            }
        }
    }

    private static List<Variable> variables() {
        List<ValueType> types = new ArrayList<>(List.of(ValueType.INT32));
        types.addAll(Collections.nCopies(150, ValueType.FLOAT64));
        types.addAll(Collections.nCopies(60, ValueType.FLOAT32));
        types.addAll(Collections.nCopies(40, ValueType.INT16));
        types.addAll(Collections.nCopies(45, ValueType.INT8));
        types.addAll(Collections.nCopies(5, ValueType.STRING));
        List<Variable> variables = new ArrayList<>();
        for (ValueType type : types) {
            int number = variables.size() + 1;
            String format = type != ValueType.STRING ? "" : number == types.size() ? "%39s" : "%20s";
            variables.add(new Variable("q" + number, type, "Question " + number, Map.of(), Map.of(), format));
        }
        return variables;
    }

    private static void fill(ColumnBatch batch, int column, int from) {
        ValueType type = batch.variables().get(column).type();
        for (int i = 0; i < batch.rows(); i++) {
            long bits = mixed(((long) (from + i) << 9) | column);
            if (type == ValueType.STRING) {
                batch.strings(column)[i] = "city " + Long.remainderUnsigned(bits, 300);
            } else if (type.isIntegral()) {
                batch.longs(column)[i] = column == 0 ? from + i + 1 : Long.remainderUnsigned(bits, 100);
            } else {
                batch.doubles(column)[i] = (float) Long.remainderUnsigned(bits, 1_000_003) / 1000;
            }
            batch.states(column)[i] = column > 0 && bits >>> 60 == 0 ? ColumnBatch.MISSING : ColumnBatch.PRESENT;
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long z) {
        z = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
