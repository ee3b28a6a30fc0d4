package org.canbao.estimate.did;

/** Without covariates: the difference of the changes in means. The doubly robust, regression and weighting methods all reduce to it. */
final class MeanDifference implements CellMethod {
    @Override
    public CellEffect effect(CellRows rows) {
        double[] influence = new double[rows.size()];
        double estimate =
                difference(rows, rows.after(true), 1, influence) + difference(rows, rows.after(false), -1, influence);
        if (rows.isRepeated()) {
            estimate += difference(rows, rows.before(true), -1, influence)
                    + difference(rows, rows.before(false), 1, influence);
        }
        return new CellEffect(estimate, influence);
    }

    private static double difference(CellRows rows, CellRows.Part part, double sign, double[] influence) {
        WeightedMean mean = WeightedMean.of(part, rows.weights(), rows.outcomes());
        mean.addInfluence(part, sign, rows.weights(), rows.outcomes(), influence);
        return sign * mean.value();
    }
}
