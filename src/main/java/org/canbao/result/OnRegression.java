package org.canbao.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fit with a regression behind it, whose coefficients and conventions are its own. */
public sealed interface OnRegression extends Fit
        permits Fit.EventStudy, //
                Fit.RdPolynomial,
                SunAbrahamFit,
                BaconFit,
                TwfeWeightsFit,
                IvFit,
                OsterFit,
                Fit.Placebo {
    /** The regression, all coefficients included. */
    Fit.Regression regression();

    @Override
    default Inference inference() {
        return regression().inference();
    }

    @Override
    default String outcome() {
        return regression().outcome();
    }

    @Override
    default List<Coefficient> coefficients() {
        return regression().coefficients();
    }

    @Override
    default long n() {
        return regression().n();
    }

    @Override
    default List<Fit.Dropped> dropped() {
        return regression().dropped();
    }

    @Override
    default List<Fit.Absorbed> fixedEffects() {
        return regression().fixedEffects();
    }

    @Override
    default Map<Measure, Double> measures() {
        return regression().measures();
    }

    @Override
    default Optional<WildBootstrap> wildBootstrap() {
        return regression().wildBootstrap();
    }
}
