package org.canbao.report.table;

import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Measure;
import org.canbao.spec.Text;

/** What the measures of a fit are called, and how many digits they have. */
final class MeasureWords {
    private static final int DIGITS = 6;
    private static final int SHARE_DIGITS = 3;

    private MeasureWords() {}

    /** A measure as a fact about one fit. */
    static FitFacts.Fact fact(Measure measure, double value) {
        String number =
                isShare(measure) ? Numbers.fixed(value, DIGITS) : Numbers.shown(value, Numbers.decimals(DIGITS, value));
        return new FitFacts.Fact(label(measure), Text.of(number));
    }

    /** Its name. */
    static Text label(Measure measure) {
        return switch (measure) {
            case R2 -> Vocabulary.R2.text();
            case R2_ADJUSTED -> Vocabulary.R2_ADJUSTED.text();
            case R2_WITHIN -> Vocabulary.R2_WITHIN.text();
            case PSEUDO_R2 -> Vocabulary.PSEUDO_R2.text();
            case OUTCOME_MEAN -> Vocabulary.OUTCOME_MEAN.text();
            case LOG_LIKELIHOOD -> Vocabulary.LOG_LIKELIHOOD.text();
            case DEVIANCE -> Vocabulary.DEVIANCE.text();
        };
    }

    /** The key of its row in a regression table. */
    static String key(Measure measure) {
        return switch (measure) {
            case R2 -> "r2";
            case R2_ADJUSTED -> "r2_adj";
            case R2_WITHIN -> "r2_within";
            case PSEUDO_R2 -> "pseudo_r2";
            case OUTCOME_MEAN -> "outcome_mean";
            case LOG_LIKELIHOOD -> "log_likelihood";
            case DEVIANCE -> "deviance";
        };
    }

    /** Its cell in a regression table with estimates of so many digits. */
    static Cell cell(Measure measure, double value, int digits) {
        return isShare(measure) ? new Cell.Number(value, SHARE_DIGITS, true) : new Cell.Number(value, digits, false);
    }

    /** Whether it is a share, which comes before the number of clusters. */
    static boolean isShare(Measure measure) {
        return switch (measure) {
            case R2, R2_ADJUSTED, R2_WITHIN, PSEUDO_R2 -> true;
            case OUTCOME_MEAN, LOG_LIKELIHOOD, DEVIANCE -> false;
        };
    }
}
