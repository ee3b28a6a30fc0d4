package org.canbao.estimate.did;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.CallawaySantanna.DrInfluence;

/**
 * Doubly robust and inverse-probability-weighted difference in differences (Sant'Anna and Zhao 2020): their (3.1) with
 * panels, the locally efficient (3.4) with repeated cross-sections, with normalised weights, a logit by maximum likelihood
 * and outcomes by weighted least squares. Weighting alone (Abadie 2005, normalised) is the same without regressions.
 *
 * <p>In a period, r is the outcome less its regression on covariates among the controls, and o the odds p/(1-p) times the
 * weight. The effect is the treated's weighted mean of r less the controls' mean of r with weights o, in the period less in
 * the base period. With repeated cross-sections, the mean over all treated of the difference of the two groups' regressions
 * replaces its mean over the treated of that period.
 *
 * <p><b>One sign.</b> Let X_T and X_C be the means of covariates of the treated and, with weights o, of the controls of a
 * period, and b the coefficients of the controls' regression in it. The effect contains s (r_T - r_C), s being 1 in the
 * period and -1 in the base period, and r = y - X b. Its derivative with respect to b is s (X_C - X_T), so that the estimation
 * of b adds s (X_C - X_T)' psi_b to the influence. DRDID 1.2.3 adds (X_C - X_T)' psi_b, with the sign of the period also in
 * the base period (its {@code inf.treat.or} and {@code inf.cont.or} are sums of the periods' terms where the effect is a
 * difference). With {@link DrInfluence#DERIVATIVE} the sign is s; the default is DRDID's, since the term vanishes where the
 * propensity is right, which balances X_C and X_T. A test differentiates the estimate numerically. With panels there is one
 * period and no difference.
 */
final class DoublyRobust implements CellMethod {
    private final CovariateNames names;
    private final boolean regression;
    private final DrInfluence sign;
    /** Where to look first for the coefficients of the propensity. */
    private final Optional<double[]> start;

    private DoublyRobust(CovariateNames names, boolean regression, DrInfluence sign, Optional<double[]> start) {
        this.names = names;
        this.regression = regression;
        this.sign = sign;
        this.start = start;
    }

    /** With outcome regressions. */
    static DoublyRobust withRegression(CovariateNames names, DrInfluence sign) {
        return new DoublyRobust(names, true, sign, Optional.empty());
    }

    /** Without: weighting alone. */
    static DoublyRobust weighting(CovariateNames names) {
        return new DoublyRobust(names, false, DrInfluence.DERIVATIVE, Optional.empty());
    }

    @Override
    public CellMethod near(CellRows all) {
        double[] coefficients = new Propensity(all, names, start).coefficients();
        return new DoublyRobust(names, regression, sign, Optional.of(coefficients));
    }

    @Override
    public CellEffect effect(CellRows rows) {
        Propensity propensity = new Propensity(rows, names, start);
        Work work = new Work(rows, propensity.odds());
        for (Change change : Change.of(rows)) {
            work.add(change);
        }
        propensity.addInfluence(-1, work.pull, work.influence);
        return new CellEffect(work.estimate, work.influence);
    }

    /** The sums of one comparison. */
    private final class Work {
        private final CellRows rows;
        private final double[] odds;
        private final double[] treatedMeans;
        private final double[] influence;
        /** The derivative of the controls' mean with respect to the coefficients of the propensity. */
        private final double[] pull;

        private double estimate;

        Work(CellRows rows, double[] odds) {
            this.rows = rows;
            this.odds = odds;
            this.treatedMeans = rows.means(rows.treated(), rows.weights());
            this.influence = new double[rows.size()];
            this.pull = new double[rows.width()];
        }

        void add(Change change) {
            if (!regression) {
                compare(change, rows.outcomes());
                return;
            }
            OutcomeRegression controls =
                    new OutcomeRegression(rows, change.controls(), names, "controls" + change.name());
            compare(change, residuals(change, controls));
            double[] own = rows.means(change.treated(), rows.weights());
            controls.addInfluence(
                    sign == DrInfluence.DERIVATIVE ? change.sign() : 1,
                    minus(rows.means(change.controls(), odds), own),
                    influence);
            if (rows.isRepeated()) {
                improve(change, controls, minus(treatedMeans, own));
            }
        }

        /** The difference of means of {@code r}, and what the propensity's estimation does to it. */
        private void compare(Change change, double[] r) {
            WeightedMean treated = WeightedMean.of(change.treated(), rows.weights(), r);
            WeightedMean controls = WeightedMean.of(change.controls(), odds, r);
            if (!(controls.total() > 0)) {
                throw new NotEstimable(
                        "all controls" + change.name() + " have a propensity score of " + Propensity.TRIM + " or more");
            }
            estimate += change.sign() * (treated.value() - controls.value());
            treated.addInfluence(change.treated(), change.sign(), rows.weights(), r, influence);
            controls.addInfluence(change.controls(), -change.sign(), odds, r, influence);
            double[] amounts = new double[rows.size()];
            controls.addInfluence(change.controls(), change.sign(), odds, r, amounts);
            double[] sums = Gram.sums(rows, change.controls(), amounts);
            for (int j = 0; j < pull.length; j++) {
                pull[j] += sums[j];
            }
        }

        /**
         * The terms that make the estimator locally efficient with repeated cross-sections.
         *
         * @param shift the covariates' means over all treated less those over the treated of the period
         */
        private void improve(Change change, OutcomeRegression controls, double[] shift) {
            OutcomeRegression treated = new OutcomeRegression(rows, change.treated(), names, "treated" + change.name());
            double[] difference = new double[rows.size()];
            rows.predict(rows.treated(), minus(treated.coefficients(), controls.coefficients()), difference);
            WeightedMean all = WeightedMean.of(rows.treated(), rows.weights(), difference);
            WeightedMean own = WeightedMean.of(change.treated(), rows.weights(), difference);
            estimate += change.sign() * (all.value() - own.value());
            all.addInfluence(rows.treated(), change.sign(), rows.weights(), difference, influence);
            own.addInfluence(change.treated(), -change.sign(), rows.weights(), difference, influence);
            treated.addInfluence(change.sign(), shift, influence);
            controls.addInfluence(-change.sign(), shift, influence);
        }

        private double[] residuals(Change change, OutcomeRegression regression) {
            double[] residuals = new double[rows.size()];
            for (CellRows.Part part : List.of(change.treated(), change.controls())) {
                rows.predict(part, regression.coefficients(), residuals);
                subtract(residuals, rows.outcomes(), part.from(), part.to());
            }
            return residuals;
        }
    }

    /** Predictions into residuals. */
    private static void subtract(double[] predicted, double[] outcomes, int from, int to) {
        for (int i = from; i < to; i++) {
            predicted[i] = outcomes[i] - predicted[i];
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            difference[j] = a[j] - b[j];
        }
        return difference;
    }
}
