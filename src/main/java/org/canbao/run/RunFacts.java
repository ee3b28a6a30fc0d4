package org.canbao.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.canbao.report.page.DataKind;
import org.canbao.sample.Ledger;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/**
 * What a run knows beside its estimates, for manifest and pages.
 *
 * @param config the study file
 * @param published the files of the published numbers
 * @param inputs what was read
 * @param seeds the seeds, by spec
 * @param simulated whether any input was simulated
 * @param ledgers how the samples came about, by name, the main one first
 * @param leftOut why something was not made, by what it is
 */
record RunFacts(
        Manifest.FileHash config,
        List<Manifest.FileHash> published,
        List<Manifest.InputRecord> inputs,
        Map<String, Long> seeds,
        boolean simulated,
        Map<String, Ledger> ledgers,
        Map<String, Text> leftOut) {
    RunFacts {
        published = List.copyOf(published);
        inputs = List.copyOf(inputs);
        seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
        ledgers = Collections.unmodifiableMap(new LinkedHashMap<>(ledgers));
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    }

    /** What a study was made from. */
    DataKind data(StudySpec study) {
        if (simulated) {
            return DataKind.SIMULATED;
        }
        Map<String, StudySpec.Input> declared = study.inputs();
        boolean own = inputs.stream()
                .map(input -> declared.get(input.name()))
                .allMatch(input -> input != null && input.file().isPresent());
        return own ? DataKind.OWN_FILES : DataKind.REAL;
    }

    /** Observations of the main sample. */
    long rows() {
        return ledgers.values().iterator().next().rows();
    }
}
