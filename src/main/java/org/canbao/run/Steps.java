package org.canbao.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Decides for each step of a run whether it must be done, says why, and counts what was done. */
final class Steps {
    private static final Logger LOG = LogManager.getLogger(Steps.class);

    private final Optional<Manifest> before;
    private final boolean force;
    private final OutputFiles outputs;
    private final RunListener listener;
    private int done;
    private int kept;

    /** Steps against the last manifest, if there is one. */
    Steps(Optional<Manifest> before, boolean force, OutputFiles outputs, RunListener listener) {
        this.before = before;
        this.force = force;
        this.outputs = outputs;
        this.listener = listener;
    }

    /**
     * Why a step must be done; empty if it is up to date, and then its files are kept.
     *
     * @param recorded its fingerprint in the last manifest, null if none
     * @param fingerprint its fingerprint now
     * @param files its files in the study's folder
     */
    Optional<String> reason(@Nullable String recorded, String fingerprint, List<String> files) {
        return reason(recorded, fingerprint, files, force);
    }

    /**
     * The same for a step that is not always redone when everything is.
     *
     * @param again whether it must be done again in any case
     */
    Optional<String> reason(@Nullable String recorded, String fingerprint, List<String> files, boolean again) {
        if (again) {
            return Optional.of("asked to redo everything");
        }
        if (before.isEmpty() || recorded == null) {
            return Optional.of("not made before");
        }
        if (!recorded.equals(fingerprint)) {
            return Optional.of("what it depends on changed");
        }
        if (!outputs.areAsBefore(files)) {
            return Optional.of("a file of it is missing or was changed by hand");
        }
        outputs.keep(files);
        kept++;
        return Optional.empty();
    }

    /** A step was done. */
    void did(String what, String why) {
        done++;
        LOG.info("{}: {}", what, why);
        listener.done(what, why);
    }

    /** How many steps were done. */
    int done() {
        return done;
    }

    /** How many steps were up to date. */
    int kept() {
        return kept;
    }

    /** The last manifest's fingerprints of results. */
    Map<String, Manifest.ResultRecord> results() {
        return before.map(Manifest::results).orElse(Map.of());
    }

    /** The last manifest's fingerprints of exhibits. */
    Map<String, String> exhibits() {
        return before.map(Manifest::exhibits).orElse(Map.of());
    }

    /** A sample of the last manifest. */
    Optional<Manifest.SampleRecord> sample(String name) {
        return before.flatMap(manifest -> Optional.ofNullable(manifest.samples().get(name)));
    }
}
