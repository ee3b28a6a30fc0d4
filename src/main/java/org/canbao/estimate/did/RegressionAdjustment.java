package org.canbao.estimate.did;

/**
 * Outcome-regression difference in differences (Heckman, Ichimura and Todd 1997; Sant'Anna and Zhao 2020, (2.2)): the
 * treated's change in means, less the mean over all treated of the change that regressions on covariates among the controls
 * predict.
 */
final class RegressionAdjustment implements CellMethod {
    private final CovariateNames names;

    RegressionAdjustment(CovariateNames names) {
        this.names = names;
    }

    @Override
    public CellEffect effect(CellRows rows) {
        double[] influence = new double[rows.size()];
        double[] predicted = new double[rows.size()];
        double[] changed = new double[rows.size()];
        double[] treatedMeans = rows.means(rows.treated(), rows.weights());
        double estimate = 0;
        for (Change change : Change.of(rows)) {
            WeightedMean treated = WeightedMean.of(change.treated(), rows.weights(), rows.outcomes());
            treated.addInfluence(change.treated(), change.sign(), rows.weights(), rows.outcomes(), influence);
            estimate += change.sign() * treated.value();
            OutcomeRegression controls =
                    new OutcomeRegression(rows, change.controls(), names, "controls" + change.name());
            rows.predict(rows.treated(), controls.coefficients(), changed);
            add(predicted, change.sign(), changed, rows.treated());
            controls.addInfluence(-change.sign(), treatedMeans, influence);
        }
        WeightedMean counterfactual = WeightedMean.of(rows.treated(), rows.weights(), predicted);
        counterfactual.addInfluence(rows.treated(), -1, rows.weights(), predicted, influence);
        return new CellEffect(estimate - counterfactual.value(), influence);
    }

    private static void add(double[] sum, double sign, double[] values, CellRows.Part part) {
        for (int i = part.from(); i < part.to(); i++) {
            sum[i] += sign * values[i];
        }
    }
}
