package org.canbao.estimate;

import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

final class PlaceboEstimator implements Estimator<ModelSpec.Placebo> {
    @Override
    public Fit.Placebo estimate(ModelSpec.Placebo spec, Sample sample, EstimationOptions options) {
        throw new UnsupportedOperationException();
    }
}
