package org.canbao.estimate.did;

import java.util.List;

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
 * <p>What the estimation of the controls' regression does to the two means of r has, in the base period too, the sign of
 * the period: so does DRDID 1.2.3, whose standard errors these are. It is the derivative's sign in the period alone; the
 * term is of the size of the covariates' imbalance after weighting, and vanishes where the propensity is right.
 */
final class DoublyRobust implements CellMethod {
    private final CovariateNames names;
    private final boolean regression;

    /**
     * @param names of the covariates
     * @param regression whether there are outcome regressions; otherwise weighting alone
     */
    DoublyRobust(CovariateNames names, boolean regression) {
        this.names = names;
        this.regression = regression;
    }

    @Override
    public CellEffect effect(CellRows rows) {
        Propensity propensity = new Propensity(rows, names);
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
            controls.addInfluence(1, minus(rows.means(change.controls(), odds), own), influence);
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
            double[] x = rows.covariates();
            double scale = change.sign() / controls.total();
            for (int i = change.controls().from(); i < change.controls().to(); i++) {
                double amount = scale * odds[i] * (r[i] - controls.value());
                for (int j = 0, at = i * pull.length; j < pull.length; j++, at++) {
                    pull[j] += amount * x[at];
                }
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
            for (int i = rows.treated().from(); i < rows.treated().to(); i++) {
                difference[i] = treated.predict(i) - controls.predict(i);
            }
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
                for (int i = part.from(); i < part.to(); i++) {
                    residuals[i] = rows.y(i) - regression.predict(i);
                }
            }
            return residuals;
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
