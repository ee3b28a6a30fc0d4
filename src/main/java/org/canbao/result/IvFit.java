package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * Two-stage least squares: the regression, endogenous coefficients first, what instrumented them, and how well.
 *
 * @param endogenous the columns that are instrumented
 * @param firstStages the regression of each on instruments and exogenous regressors, in their order
 * @param tests of instruments and regressors
 * @param regression the second stage; its R² have residuals of the endogenous columns themselves
 */
public record IvFit(List<String> endogenous, List<FirstStage> firstStages, Tests tests, Fit.Regression regression)
        implements OnRegression {
    public IvFit {
        endogenous = List.copyOf(endogenous);
        firstStages = List.copyOf(firstStages);
    }

    @Override
    public String model() {
        return "iv";
    }

    /**
     * A first stage.
     *
     * @param endogenous its left side
     * @param instruments the coefficients of the instruments, exogenous regressors left out
     * @param f joint test of the instruments under homoskedastic errors
     * @param wald joint test of the instruments with the covariance of the spec; empty if that is singular
     * @param r2Partial the instruments' share of what exogenous regressors and effects leave
     */
    public record FirstStage(
            String endogenous,
            List<Coefficient> instruments,
            Fit.WaldTest f,
            Optional<Fit.WaldTest> wald,
            double r2Partial) {
        public FirstStage {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * Tests.
     *
     * @param rank Kleibergen and Paap's, that the instruments do not identify all endogenous coefficients
     * @param effective the F of Montiel Olea and Pflueger, with one endogenous column
     * @param exogenous Durbin, Wu and Hausman's, that the endogenous columns are exogenous
     * @param overidentified Sargan's, that all instruments are valid, under homoskedastic errors; empty if there are just
     *     enough
     * @param hansen Hansen's J, the same with the covariance of the spec; empty if that is homoskedastic, if there are just
     *     enough instruments, or if the covariance of their moments is singular
     * @param weakRobust Anderson and Rubin's; empty if the covariance of the reduced form is singular
     */
    public record Tests(
            Rank rank,
            Optional<EffectiveF> effective,
            Fit.WaldTest exogenous,
            Optional<ChiSquared> overidentified,
            Optional<ChiSquared> hansen,
            Optional<AndersonRubin> weakRobust) {
        /** Whether there are just as many instruments as endogenous columns, so that nothing can be tested of them. */
        public boolean exactlyIdentified() {
            return overidentified.isEmpty();
        }
    }

    /**
     * A test of rank.
     *
     * @param wald with the covariance of the spec
     * @param f its statistic over the number of instruments
     */
    public record Rank(ChiSquared wald, double f) {}

    /** A test by the chi-squared distribution. */
    public record ChiSquared(double statistic, double pValue, int df) {}

    /**
     * The effective F.
     *
     * @param statistic weak instruments are rejected if it exceeds the critical value
     * @param critical at 5%, that the bias exceeds {@code bias} of its worst case
     * @param bias 0.1
     */
    public record EffectiveF(double statistic, double critical, double bias) {}

    /**
     * A test that holds with weak instruments.
     *
     * @param zero that all endogenous coefficients are zero
     * @param set the values of a single endogenous coefficient that are not rejected at 5%, ascending; ends may be
     *     infinite; empty with several endogenous columns, or if all values are rejected
     */
    public record AndersonRubin(Fit.WaldTest zero, List<Interval> set) {
        public AndersonRubin {
            set = List.copyOf(set);
        }
    }

    /** From {@code low} to {@code high}, either of which may be infinite. */
    public record Interval(double low, double high) {}
}
