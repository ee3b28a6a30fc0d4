package org.canbao.report.table;

import java.util.List;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.result.ImputationFit;
import org.canbao.spec.Text;

/** What imputation says beyond its effects: how many rows have one. */
final class ImputationPrinter implements FitPrinter<ImputationFit> {
    @Override
    public Class<ImputationFit> type() {
        return ImputationFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(ImputationFit fit, Labels labels) {
        return List.of(new FitFacts.Fact(DidVocabulary.ROWS_IMPUTED.text(), Text.of(Numbers.grouped(fit.treated()))));
    }
}
