package org.canbao.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlEngine.Chunk;
import org.canbao.sample.Sample;

/** One pass over a sample: reads the planned columns, computes the bases, counts the rows lost and hands on the rest. */
final class SampleScan {
    /** Rows handed on at a time; a constant, so that sums are split in the same way on any machine. */
    private static final int BLOCK = 32_768;

    private final ColumnPlan plan;
    private final List<RowProgram> programs;
    private final List<Dictionary> dictionaries;
    private final Losses losses;
    private final RowSink sink;
    private final double[][] numbers;
    private final int[][] codes;
    private final double[] weights = new double[BLOCK + 4096];
    private int filled;

    SampleScan(ColumnPlan plan, Losses losses, RowSink sink) {
        this.plan = plan;
        this.programs = plan.programs();
        this.dictionaries = plan.keys().stream()
                .map(key -> Dictionary.of(key.variable().type()))
                .toList();
        this.losses = losses;
        this.sink = sink;
        this.numbers = new double[plan.numbers().size()][weights.length];
        this.codes = new int[dictionaries.size()][weights.length];
        Arrays.fill(weights, 1);
        declareReasons();
    }

    /** Runs the pass. */
    void run(Sample sample, String condition) {
        long[] seen = new long[1];
        String sql = "SELECT " + plan.select() + " FROM " + sample.relation() + condition;
        sample.engine().query(sql, chunk -> {
            seen[0] += chunk.rows();
            read(chunk);
        });
        flush();
        losses.lose(sample.rows() - seen[0], "where");
    }

    /** The dictionaries of the keys, after the pass. */
    List<Dictionary> dictionaries() {
        return dictionaries;
    }

    private void declareReasons() {
        losses.declare("where");
        Stream<Variable> numeric = plan.numbers().stream();
        numeric.forEach(v -> losses.declare(missing(v)));
        plan.baseTexts().forEach(text -> losses.declare(infinite(text)));
        plan.keys().forEach(key -> losses.declare(missing(key.variable())));
        plan.weights().ifPresent(w -> losses.declare(noWeight()));
    }

    private void read(Chunk chunk) {
        if (filled + chunk.rows() > weights.length) {
            flush();
        }
        int column = 0;
        for (double[] target : numbers) {
            chunk.doubles(column++, target, filled);
        }
        for (int k = 0; k < codes.length; k++) {
            dictionaries.get(k).code(chunk, column++, codes[k], filled);
        }
        if (plan.weights().isPresent()) {
            chunk.doubles(column, weights, filled);
        }
        filled += chunk.rows();
        if (filled >= BLOCK) {
            flush();
        }
    }

    private void flush() {
        int rows = filled;
        filled = 0;
        losses.begin(rows);
        loseMissingNumbers(rows);
        double[][] bases = evaluate(rows);
        loseMissingKeys(rows);
        loseWithoutWeight(rows);
        int kept = losses.compact(rows, bases, codes, weights);
        if (kept > 0) {
            sink.accept(kept, bases, codes, weights);
        }
    }

    private void loseMissingNumbers(int rows) {
        for (int k = 0; k < numbers.length; k++) {
            String reason = missing(plan.numbers().get(k));
            loseMissing(numbers[k], rows, reason);
        }
    }

    private void loseMissing(double[] values, int rows, String reason) {
        for (int i = 0; i < rows; i++) {
            if (Double.isNaN(values[i])) {
                losses.lose(i, reason);
            }
        }
    }

    private void loseInfinite(double[] values, int rows, String reason) {
        for (int i = 0; i < rows; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                losses.lose(i, reason);
            }
        }
    }

    private double[][] evaluate(int rows) {
        List<double[]> bases = new ArrayList<>();
        for (int b = 0; b < programs.size(); b++) {
            double[] values = programs.get(b).evaluate(numbers, rows);
            loseInfinite(values, rows, infinite(plan.baseTexts().get(b)));
            bases.add(values);
        }
        return bases.toArray(double[][]::new);
    }

    private void loseMissingKeys(int rows) {
        for (int k = 0; k < codes.length; k++) {
            ColumnPlan.KeyRead key = plan.keys().get(k);
            String reason = missing(key.variable());
            if (!key.nullable()) {
                loseNull(codes[k], rows, reason);
            }
        }
    }

    private void loseNull(int[] values, int rows, String reason) {
        for (int i = 0; i < rows; i++) {
            if (values[i] == Dictionary.NULL) {
                losses.lose(i, reason);
            }
        }
    }

    private void loseWithoutWeight(int rows) {
        if (plan.weights().isEmpty()) {
            return;
        }
        String reason = noWeight();
        for (int i = 0; i < rows; i++) {
            if (weights[i] < 0 || Double.isInfinite(weights[i])) {
                throw Diagnostic.error(
                                DesignCode.BAD_WEIGHT,
                                "weights column `" + plan.weights().get() + "` has the value " + weights[i])
                        .at(plan.weights().get().place())
                        .hint("analytic weights are zero or positive; rows with zero or missing weight are left out")
                        .toException();
            }
            if (!(weights[i] > 0)) {
                losses.lose(i, reason);
            }
        }
    }

    private String noWeight() {
        return "weight: zero or missing";
    }

    private static String missing(Variable variable) {
        return "missing: " + variable.name();
    }

    private static String infinite(String base) {
        return "infinite: " + base;
    }
}
