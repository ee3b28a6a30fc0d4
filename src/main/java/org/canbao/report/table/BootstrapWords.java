package org.canbao.report.table;

import java.util.Locale;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.WildBootstrap;
import org.canbao.spec.Text;

/** Says what a wild cluster bootstrap found, and by which draws. */
final class BootstrapWords {
    private static final int DIGITS = 4;

    private final Labels labels;

    BootstrapWords(Labels labels) {
        this.labels = labels;
    }

    /** The sentence for the notes of a table. */
    Text sentence(WildBootstrap test) {
        return Vocabulary.BOOTSTRAP_NOTE.text(
                Prose.inline(labels.text(test.coefficient())),
                Numbers.exact(test.hypothesis()),
                shown(test.pValue()),
                draws(test));
    }

    /** The line for one fit. */
    Text fact(WildBootstrap test) {
        return Vocabulary.BOOTSTRAP_TEST.text(
                Vocabulary.BOOTSTRAP_NULL.text(labels.text(test.coefficient()), Numbers.exact(test.hypothesis())),
                shown(test.statistic()),
                shown(test.pValue()),
                end(test.confLow()),
                end(test.confHigh()),
                draws(test));
    }

    /** An end of an interval, which few clusters may leave open. */
    static String end(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "-∞" : "∞") : shown(value);
    }

    private static Text draws(WildBootstrap test) {
        String number = Numbers.grouped(test.draws());
        Text draws = test.enumerated()
                ? Vocabulary.BOOTSTRAP_ENUMERATED.text(number)
                : Vocabulary.BOOTSTRAP_DRAWS.text(number, name(test.weights()));
        return test.type().equals("unrestricted") ? Vocabulary.BOOTSTRAP_UNRESTRICTED.text(draws) : draws;
    }

    /** The weights are named after people. */
    private static String name(String weights) {
        return weights.substring(0, 1).toUpperCase(Locale.ROOT) + weights.substring(1);
    }

    private static String shown(double value) {
        return Numbers.shown(value, Numbers.decimals(DIGITS, value));
    }
}
