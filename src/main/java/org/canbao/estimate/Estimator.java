package org.canbao.estimate;

import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;

/** Estimates one kind of model. */
@FunctionalInterface
public interface Estimator<S extends ModelSpec> {
    /** The estimate of a spec on a sample. */
    Fit estimate(S spec, Sample sample, EstimationOptions options);
}
