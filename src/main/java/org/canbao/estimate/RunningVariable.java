package org.canbao.estimate;

import java.math.BigDecimal;
import java.util.Locale;
import org.canbao.data.Variable;
import org.canbao.design.Valueless;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

/** The running variable of a discontinuity in its sample. */
final class RunningVariable {
    private RunningVariable() {}

    /** Requires numbers; a column that is not in the sample is left to the design, which names them all. */
    static void requireNumeric(ModelSpec.RdPolynomial spec, Sample sample) {
        sample.variable(spec.running().name())
                .filter(variable -> !variable.type().isNumeric())
                .ifPresent(variable -> {
                    throw Valueless.find(spec.running(), sample)
                            .map(Diagnostic::toException)
                            .orElseGet(() -> notNumeric(spec, variable));
                });
    }

    /** The rows inside the window, and those whose running variable is missing, which the design counts as such. */
    static Sample inWindow(ModelSpec.RdPolynomial spec, Sample sample) {
        if (spec.window().isEmpty() || sample.variable(spec.running().name()).isEmpty()) {
            return sample;
        }
        String column = SqlText.identifier(spec.running().name());
        ModelSpec.Window window = spec.window().get();
        String relation = "(SELECT * FROM " + sample.relation() + " WHERE " + column + " IS NULL OR CAST(" + column
                + " AS DOUBLE) BETWEEN " + literal(window.low()) + " AND " + literal(window.high()) + ")";
        return new Sample(
                sample.engine(),
                relation,
                sample.engine().count("SELECT count(*) FROM " + relation),
                sample.variables(),
                sample.simulated());
    }

    /** The name of running variable less cutoff: {@code month}, {@code (month - 72)}, {@code (month + 6)}. */
    static String distance(ModelSpec.RdPolynomial spec) {
        double cutoff = spec.cutoff();
        if (cutoff == 0) {
            return spec.running().name();
        }
        return "(" + spec.running() + (cutoff > 0 ? " - " : " + ") + text(Math.abs(cutoff)) + ")";
    }

    /** A number as a person writes it: {@code 72}, {@code 0.5}. */
    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String literal(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    private static CanbaoException notNumeric(ModelSpec.RdPolynomial spec, Variable variable) {
        return Diagnostic.error(
                        EstimateCode.BAD_RUNNING,
                        "running variable `" + spec.running() + "` is not numeric ("
                                + variable.type().name().toLowerCase(Locale.ROOT) + ")")
                .at(spec.running().place())
                .hint("derive a number, for example days since the cutoff")
                .toException();
    }
}
