package org.canbao.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.canbao.sample.Ledger;

/**
 * What a run knows beside its estimates, for manifest and pages.
 *
 * @param config the study file
 * @param published the files of the published numbers
 * @param inputs what was read
 * @param seeds the seeds, by spec
 * @param simulated whether any input was simulated
 * @param ledger how the sample came about
 */
record RunFacts(
        Manifest.FileHash config,
        List<Manifest.FileHash> published,
        List<Manifest.InputRecord> inputs,
        Map<String, Long> seeds,
        boolean simulated,
        Ledger ledger) {
    RunFacts {
        published = List.copyOf(published);
        inputs = List.copyOf(inputs);
        seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
    }
}
