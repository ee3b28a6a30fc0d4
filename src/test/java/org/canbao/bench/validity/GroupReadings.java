package org.canbao.bench.validity;

import org.canbao.bench.validity.Method.Outcome;
import org.canbao.bench.validity.Method.Reading;
import org.canbao.result.Coefficient;
import org.canbao.result.ExactTestFit;
import org.canbao.result.Fit;
import org.canbao.result.GroupDifferenceFit;
import org.canbao.result.GroupDifferenceFit.Difference;

/** What is taken from comparisons of two groups: they cover where no difference is found. */
final class GroupReadings {
    private static final double SIZE = 0.05;

    private GroupReadings() {}

    /** An exact test. */
    static Reading exact(String test) {
        return (fit, truth) -> new Outcome(
                Double.NaN, ((ExactTestFit) fit).test(test).orElseThrow().pValue() > SIZE);
    }

    /** Takes the difference for real where one group's coefficient is significant and the other's is not. */
    static Reading significantInOne() {
        return (fit, truth) -> {
            Difference d = difference(fit);
            boolean first = d.first().pValue() <= SIZE;
            boolean second = d.second().pValue() <= SIZE;
            return new Outcome(d.difference(), first == second);
        };
    }

    /** Takes the difference for real where the intervals of the two coefficients are apart. */
    static Reading overlap() {
        return (fit, truth) -> {
            Coefficient first = difference(fit).first();
            Coefficient second = difference(fit).second();
            return new Outcome(
                    difference(fit).difference(),
                    first.confLow() <= second.confHigh() && second.confLow() <= first.confHigh());
        };
    }

    /** The test of the interaction with the group. */
    static Reading interaction() {
        return (fit, truth) -> {
            Difference d = difference(fit);
            return new Outcome(d.difference(), d.chow().orElseThrow().pValue() > SIZE);
        };
    }

    /** The test by exchanging groups. */
    static Reading exchanged() {
        return (fit, truth) ->
                new Outcome(difference(fit).difference(), difference(fit).pValue() > SIZE);
    }

    private static Difference difference(Fit fit) {
        return ((GroupDifferenceFit) fit).differences().get(0);
    }
}
