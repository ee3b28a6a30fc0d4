package org.canbao.run;

import java.nio.file.Path;
import java.util.Map;
import org.canbao.result.Fit;
import org.canbao.sample.Ledger;
import org.canbao.spec.StudySpec;

/**
 * What a run did.
 *
 * @param study the study
 * @param folder where its outputs are
 * @param manifest what it was made from and what was made
 * @param ledger how the sample came about
 * @param fits the fits of the specs that were selected
 * @param done how many steps were done; 0 if everything was up to date
 * @param kept how many steps were up to date
 */
public record RunOutcome(
        StudySpec study, Path folder, Manifest manifest, Ledger ledger, Map<String, Fit> fits, int done, int kept) {}
