package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.result.Fit;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Side;
import org.canbao.spec.ModelSpec.Sides;

/**
 * The columns of a global polynomial discontinuity: the indicator of the treated side first, then the powers of the
 * running variable less the cutoff, then these times the indicator if the sides are separate.
 *
 * <p>{@code month}, {@code month^2} with cutoff 0, else {@code (month - 72)}, {@code (month - 72)^2}; {@code
 * jump:month^2} on the treated side.
 */
final class RdColumns {
    private final ModelSpec.RdPolynomial spec;
    private final Key running;

    RdColumns(ModelSpec.RdPolynomial spec, Key running) {
        this.spec = spec;
        this.running = running;
    }

    /** The columns.
     *
     * @throws CanbaoException if a side has no rows, or there are too few values for the polynomial
     */
    List<Regressor> checked() {
        check();
        List<Regressor> columns = new ArrayList<>();
        columns.add(Regressor.ofFactor(Fit.RdPolynomial.JUMP, cell -> treated(cell) ? 1 : 0));
        for (int degree = 1; degree <= spec.order(); degree++) {
            int power = degree;
            columns.add(Regressor.ofFactor(power(degree), cell -> power(cell, power)));
        }
        for (int degree = 1; degree <= spec.order() && separate(); degree++) {
            int power = degree;
            columns.add(Regressor.ofFactor(onTreated(degree), cell -> treated(cell) ? power(cell, power) : 0));
        }
        return columns;
    }

    /** The names of the columns. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(Fit.RdPolynomial.JUMP));
        names.addAll(polynomial());
        return names;
    }

    /** The names of the columns but for the indicator. */
    List<String> polynomial() {
        List<String> names = new ArrayList<>();
        IntStream.rangeClosed(1, spec.order()).forEach(degree -> names.add(power(degree)));
        if (separate()) {
            IntStream.rangeClosed(1, spec.order()).forEach(degree -> names.add(onTreated(degree)));
        }
        return names;
    }

    /** Rows on the treated side. */
    long treatedRows(Design design) {
        long rows = 0;
        for (int cell = 0; cell < running.size(); cell++) {
            rows += treated(cell) ? design.count(cell) : 0;
        }
        return rows;
    }

    private boolean separate() {
        return spec.sides() == Sides.SEPARATE;
    }

    private boolean isRight(double value) {
        return value >= spec.cutoff();
    }

    private boolean treated(int cell) {
        return isRight(running.number(cell)) == (spec.side() == Side.RIGHT);
    }

    private double power(int cell, int degree) {
        double distance = running.number(cell) - spec.cutoff();
        double power = distance;
        for (int i = 1; i < degree; i++) {
            power *= distance;
        }
        return power;
    }

    private String power(int degree) {
        return RunningVariable.distance(spec) + (degree == 1 ? "" : "^" + degree);
    }

    private String onTreated(int degree) {
        return Fit.RdPolynomial.JUMP + ":" + power(degree);
    }

    /** Powers up to p need p + 1 values on each side, or p + 2 in all if the sides share them. */
    private void check() {
        double[] values = IntStream.range(0, running.size())
                .mapToDouble(running::number)
                .distinct()
                .sorted()
                .toArray();
        requireFinite(values);
        int right = (int) IntStream.range(0, values.length)
                .filter(i -> isRight(values[i]))
                .count();
        int left = values.length - right;
        if (right == 0 || left == 0) {
            throw oneSide(values, right == 0 ? "at or right of" : "left of");
        }
        if (separate() && Math.min(left, right) <= spec.order()) {
            String side = left < right ? "left of" : "at or right of";
            throw tooFew(Math.min(left, right), spec.order() + 1, " " + side + " the cutoff");
        }
        if (!separate() && values.length < spec.order() + 2) {
            throw tooFew(values.length, spec.order() + 2, "");
        }
    }

    private void requireFinite(double[] values) {
        if (!(Math.abs(values[0]) <= Double.MAX_VALUE && Math.abs(values[values.length - 1]) <= Double.MAX_VALUE)) {
            throw Diagnostic.error(
                            EstimateCode.BAD_RUNNING,
                            "running variable `" + spec.running() + "` has values that are not finite")
                    .at(spec.running().place())
                    .hint("leave their rows out with `window` or `where`")
                    .toException();
        }
    }

    private CanbaoException oneSide(double[] values, String side) {
        return Diagnostic.error(
                        EstimateCode.ONE_SIDE,
                        "no row of spec `" + spec.common().id() + "` is " + side + " the cutoff "
                                + RunningVariable.text(spec.cutoff()))
                .at(spec.running().place())
                .hint("`" + spec.running() + "` goes from " + RunningVariable.text(values[0]) + " to "
                        + RunningVariable.text(values[values.length - 1]) + " in the rows used")
                .toException();
    }

    private CanbaoException tooFew(int found, int needed, String where) {
        return Diagnostic.error(
                        EstimateCode.TOO_FEW_VALUES,
                        "running variable `" + spec.running() + "` has " + found + " distinct value"
                                + (found == 1 ? "" : "s") + where + ", and order " + spec.order() + " needs " + needed)
                .at(spec.running().place())
                .hint("lower `order`, widen `window`"
                        + (separate() ? ", or let both sides share the polynomial (`sides: common`)" : ""))
                .toException();
    }
}
