package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.RuleSpec.Difference.Part;
import org.canbao.spec.audit.Statement.Relation;

/**
 * The interaction of two pooled groups in a model without anything common to them: the difference of the groups'
 * coefficients, with a standard error that is the root of the summed squares. With HC1 the factors n/(n - k) of two groups
 * of the same size are those of the pooled sample, so the identity is exact there too.
 */
final class DifferenceRule implements Rule<RuleSpec.Difference> {
    @Override
    public Outcome check(RuleSpec.Difference spec, Cells cells) {
        PublishedRow minuend = cells.single(spec.minuend()).rows().get(0);
        PublishedRow subtrahend = cells.single(spec.subtrahend()).rows().get(0);
        PublishedRow difference = cells.single(spec.difference()).rows().get(0);
        Optional<Part> part = spec.part();
        List<Item> items = new ArrayList<>();
        if (part.isEmpty() || part.get() == Part.ESTIMATE) {
            items.add(estimate(number(minuend, "value"), number(subtrahend, "value"), number(difference, "value")));
        }
        if (part.isEmpty() || part.get() == Part.ERROR) {
            items.add(error(
                    number(minuend, "std_error"), number(subtrahend, "std_error"), number(difference, "std_error")));
        }
        return Outcome.of(items);
    }

    private static Item estimate(Printed a, Printed b, Printed printed) {
        Interval difference = a.interval().minus(b.interval());
        return new Item(
                "",
                Verdict.of(difference, Relation.EQUAL, printed.interval()),
                Wording.PRINTED.text(
                        a.text() + " - " + b.text() + " = "
                                + Digits.of(a.value().subtract(b.value())),
                        Digits.allowed(difference),
                        printed.text()));
    }

    private static Item error(Printed a, Printed b, Printed printed) {
        Interval root = square(a.interval()).plus(square(b.interval())).root();
        Interval shown = square(Interval.of(a.value()))
                .plus(square(Interval.of(b.value())))
                .root();
        return new Item(
                "",
                Verdict.of(root, Relation.EQUAL, printed.interval()),
                Wording.PRINTED.text(
                        "sqrt(" + a.text() + "^2 + " + b.text() + "^2) = " + Digits.of(shown.low()),
                        Digits.allowed(root),
                        printed.text()));
    }

    private static Interval square(Interval value) {
        return value.times(value);
    }

    private static Printed number(PublishedRow row, String column) {
        return row.number(column).orElseThrow();
    }
}
