package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.result.SunAbrahamFit;
import org.canbao.result.SunAbrahamFit.Cohort;
import org.canbao.result.SunAbrahamFit.Role;
import org.canbao.spec.Text;

/** What an event study by cohort says: its cohorts. The estimates of single cohorts are in the JSON. */
final class SunAbrahamPrinter implements FitPrinter<SunAbrahamFit> {
    @Override
    public Class<SunAbrahamFit> type() {
        return SunAbrahamFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(SunAbrahamFit fit, TableContext context) {
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(new FitFacts.Fact(
                DidVocabulary.COHORTS_TREATED.text(), cohorts(fit, Role.TREATED, context.protection())));
        if (fit.cohorts().stream().anyMatch(cohort -> cohort.role() == Role.CONTROL)) {
            facts.add(new FitFacts.Fact(
                    DidVocabulary.COHORTS_COMPARED.text(), cohorts(fit, Role.CONTROL, context.protection())));
        }
        return facts;
    }

    @Override
    public List<String> hidden(SunAbrahamFit fit) {
        return ofCohorts(fit);
    }

    @Override
    public List<String> unlisted(SunAbrahamFit fit) {
        return ofCohorts(fit);
    }

    /** Those left out; estimated ones are not among the fit's coefficients. */
    private static List<String> ofCohorts(SunAbrahamFit fit) {
        return fit.dropped().stream()
                .map(Fit.Dropped::name)
                .filter(SunAbrahamFit::ofCohort)
                .toList();
    }

    /** The rows of all cohorts, never treated ones included, are parts of those of the sample. */
    private static Text cohorts(SunAbrahamFit fit, Role role, Protection protection) {
        List<Cohort> all = fit.cohorts();
        List<ShownCount> rows =
                ShownCount.line(protection, all.stream().mapToLong(Cohort::rows).toArray());
        List<Text> words = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).role() == role) {
                words.add(DidVocabulary.COHORT_ROWS.text(
                        Numbers.exact(all.get(i).cohort()), LossWords.rows(rows.get(i))));
            }
        }
        return Vocabulary.list(words);
    }
}
