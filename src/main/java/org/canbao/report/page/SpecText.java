package org.canbao.report.page;

import java.util.List;
import org.canbao.report.table.FitFacts;
import org.canbao.spec.Text;

/**
 * An estimate as its author specified it, and what it rests on.
 *
 * @param id the spec
 * @param yaml its text in the study file
 * @param errors how its standard errors were computed, in a sentence
 * @param facts observations, clusters, degrees of freedom, rows not used …
 */
public record SpecText(String id, String yaml, Text errors, List<FitFacts.Fact> facts) {
    public SpecText {
        facts = List.copyOf(facts);
    }
}
