package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.result.CallawaySantannaFit.Gap;

/** Which estimates have no jackknife standard error, since they cannot be made without some cluster. */
final class JackknifeGaps {
    private final Effects effects;
    private final List<String> clusters;

    /**
     * @param effects with their replicates
     * @param clusters the names of clusters
     */
    JackknifeGaps(Effects effects, List<String> clusters) {
        this.effects = effects;
        this.clusters = clusters;
    }

    /** One gap for each estimate that has any, about the first such cluster: effects first, then averages. */
    List<Gap> of(Map<String, Averages.Average> averages) {
        List<Gap> gaps = new ArrayList<>();
        for (int k = 0; k < effects.cells().size(); k++) {
            if (effects.reasons().get(k).isEmpty()) {
                gap("att_gt " + effects.cohort(k) + ":" + effects.time(k), effects.alone(k))
                        .ifPresent(gaps::add);
            }
        }
        averages.forEach((type, average) -> {
            average.overall().flatMap(target -> gap("att_" + type, target)).ifPresent(gaps::add);
            for (Averages.Point point : average.by()) {
                gap("att_" + type + " " + point.at(), point.target()).ifPresent(gaps::add);
            }
        });
        return gaps;
    }

    private Optional<Gap> gap(String estimate, Target target) {
        for (int c = 0; c < target.without().length; c++) {
            if (Double.isNaN(target.without()[c])) {
                int cluster = c;
                return reason(target, c).map(reason -> new Gap(estimate, clusters.get(cluster), reason));
            }
        }
        return Optional.empty();
    }

    /** Why: of the first effect that is lost; empty if all are zero by definition. */
    private Optional<String> reason(Target target, int cluster) {
        for (int k = 0; k < effects.cells().size(); k++) {
            String reason = effects.replicates().reasons().get(k).get(cluster);
            if (target.weights()[k] != 0 && reason != null) {
                return Optional.of("cohort " + effects.cohort(k) + " in " + effects.time(k) + ": " + reason);
            }
        }
        return Optional.empty();
    }
}
