package org.canbao.run;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.privacy.Protection;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;

/** How much was suppressed in what a run made, for its log and its manifest. */
final class SuppressedCounts {
    private static final Logger LOG = LogManager.getLogger(SuppressedCounts.class);

    private final Map<String, Integer> byName;

    /**
     * Counts that begin with those of the last run: what is up to date is not counted again, and what the study no longer
     * has is forgotten.
     */
    SuppressedCounts(Optional<Manifest> before, StudySpec study) {
        this.byName = new TreeMap<>(before.map(Manifest::privacy)
                .map(Manifest.PrivacyRecord::suppressed)
                .orElse(Map.of()));
        Set<String> known = new HashSet<>(study.tables().keySet());
        known.addAll(study.figures().keySet());
        study.specs().keySet().forEach(id -> known.add(ofSpec(id)));
        study.samples().keySet().forEach(name -> known.add(ofSample(name)));
        byName.keySet().retainAll(known);
    }

    /** The name of an estimate among tables and figures, which have theirs. */
    static String ofSpec(String id) {
        return "spec " + id;
    }

    /** The name of a ledger. */
    static String ofSample(String name) {
        return "sample " + name;
    }

    /** So many cells, points or lines of a table, figure, estimate or ledger are suppressed. */
    void put(String name, int hidden) {
        if (hidden == 0) {
            byName.remove(name);
            return;
        }
        byName.put(name, hidden);
        LOG.info("{}: {} suppressed, counts of few persons and those that would tell them", name, hidden);
    }

    /** What the manifest says. */
    Manifest.PrivacyRecord record(Protection protection, Optional<PrivacySpec> said) {
        String reason = said.flatMap(PrivacySpec::reason).orElse("");
        return new Manifest.PrivacyRecord(protection.below(), reason, byName);
    }
}
