package org.canbao.audit.rule;

import java.util.List;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.Statement.Relation;

/**
 * A saturated 2×2 model of two groups of the same size, treated and not, in which the second group's untreated cell is zero
 * throughout. Its cell means are -group, -group + main, 0 and main + interaction; with HC1 its standard errors give the
 * variance of each cell, and both together the adjusted R².
 */
final class SaturatedRule implements Rule<RuleSpec.Saturated> {
    private static final int PARAMETERS = 4;

    @Override
    public Outcome check(RuleSpec.Saturated spec, Cells cells) {
        PublishedRow main = cells.single(spec.main()).rows().get(0);
        PublishedRow group = cells.single(spec.group()).rows().get(0);
        PublishedRow both = cells.single(spec.interaction()).rows().get(0);
        Printed r2 = cells.single(spec.r2()).at("").orElseThrow();
        Model printed = Model.of(main, group, both, spec, true);
        Model rounded = Model.of(main, group, both, spec, false);
        Interval adjusted = rounded.adjusted();
        Verdict verdict = Verdict.of(adjusted, Relation.EQUAL, r2.interval());
        return Outcome.of(List.of(
                new Item("", verdict, Wording.PRINTED.text(printed.text(), Digits.allowed(adjusted), r2.text()))));
    }

    /** The sums of squares that coefficients and standard errors imply. */
    private record Model(
            Interval untreatedMean,
            Interval treatedMean,
            Interval otherMean,
            Interval between,
            Interval within,
            Interval n) {
        static Model of(
                PublishedRow main, PublishedRow group, PublishedRow both, RuleSpec.Saturated spec, boolean asPrinted) {
            Interval zeros = Interval.of(spec.untreated());
            Interval ones = Interval.of(spec.treated());
            Interval n = zeros.plus(ones).times(Interval.of(2));
            Interval factor = n.over(n.minus(Interval.of(PARAMETERS)));
            Interval untreated = value(group, "value", asPrinted).negated();
            Interval treated = untreated.plus(value(main, "value", asPrinted));
            Interval other = value(main, "value", asPrinted).plus(value(both, "value", asPrinted));
            Interval v0 = square(value(group, "std_error", asPrinted)).over(factor);
            Interval v1 = square(value(main, "std_error", asPrinted)).over(factor);
            Interval v3 = square(value(both, "std_error", asPrinted)).over(factor);
            Interval within = zeros.times(zeros).times(v0).plus(ones.times(ones).times(v3.minus(v0)));
            Interval mean = zeros.times(untreated)
                    .plus(ones.times(treated))
                    .plus(ones.times(other))
                    .over(n);
            Interval between = zeros.times(square(untreated))
                    .plus(ones.times(square(treated)))
                    .plus(ones.times(square(other)))
                    .minus(n.times(square(mean)));
            requireVariances(v0, v1, v3);
            return new Model(untreated, treated, other, between, within, n);
        }

        /** The squares of standard errors add up over cells: those of the effects cannot be below those of their parts. */
        private static void requireVariances(Interval v0, Interval v1, Interval v3) {
            if (v1.isBelow(v0) || v3.isBelow(v1)) {
                throw new ArithmeticException("the standard errors are not those of a saturated model");
            }
        }

        Interval adjusted() {
            Interval unexplained = within.over(within.plus(between));
            Interval factor = n.minus(Interval.of(1)).over(n.minus(Interval.of(PARAMETERS)));
            return Interval.of(1).minus(unexplained.times(factor));
        }

        Text text() {
            return Wording.SATURATED.text(
                    Digits.of(otherMean.low()),
                    Digits.of(untreatedMean.low()),
                    Digits.of(treatedMean.low()),
                    Digits.of(between.low()),
                    Digits.of(within.low()),
                    Digits.of(adjusted().low()));
        }

        private static Interval value(PublishedRow row, String column, boolean asPrinted) {
            Printed number = row.number(column).orElseThrow();
            return asPrinted ? Interval.of(number.value()) : number.interval();
        }

        private static Interval square(Interval value) {
            return value.times(value);
        }
    }
}
