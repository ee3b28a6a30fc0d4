package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.privacy.ShownCount;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.result.ImputationFit;
import org.canbao.spec.Text;

/** What imputation says beyond its effects: how many rows have one, and what they are adjusted for. */
final class ImputationPrinter implements FitPrinter<ImputationFit> {
    @Override
    public Class<ImputationFit> type() {
        return ImputationFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(ImputationFit fit, TableContext context) {
        Labels labels = context.labels();
        List<FitFacts.Fact> facts = new ArrayList<>();
        String treated = ShownCount.line(context.protection(), fit.treated(), fit.n() - fit.treated())
                .get(0)
                .text();
        facts.add(new FitFacts.Fact(DidVocabulary.ROWS_IMPUTED.text(), Text.of(treated)));
        facts.add(new FitFacts.Fact(
                DidVocabulary.EFFECTS_ALIKE.text(),
                (fit.leaveOut() ? DidVocabulary.OTHER_CLUSTERS : DidVocabulary.ALL_CLUSTERS).text()));
        if (!fit.covariates().isEmpty()) {
            facts.add(new FitFacts.Fact(
                    Vocabulary.COVARIATES.text(),
                    Vocabulary.list(fit.covariates().stream().map(labels::text).toList())));
        }
        return facts;
    }

    @Override
    public List<String> covariates(ImputationFit fit) {
        return fit.covariates();
    }
}
