package org.canbao.design;

import java.util.List;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.VcovSpec;

/**
 * What one of several models over the same rows absorbs, and how its errors are clustered.
 *
 * @param intercept whether there is one
 * @param effects what is absorbed
 * @param clusters the ways of clustering; none for other covariances
 * @param keepSingletons whether rows alone in a level of an effect stay
 */
public record Frame(
        boolean intercept, List<FixedEffect> effects, List<VcovSpec.ClusterTerm> clusters, boolean keepSingletons) {
    public Frame {
        effects = List.copyOf(effects);
        clusters = List.copyOf(clusters);
    }

    static Frame of(DesignRequest request) {
        return new Frame(
                request.intercept(),
                request.effects(),
                request.clusters(),
                request.common().keepSingletons());
    }
}
