package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Vocabulary;
import org.canbao.result.LikelihoodFit;
import org.canbao.spec.Text;

/** What a maximum likelihood says beyond its measures of fit: how many iterations it took. */
final class LikelihoodPrinter implements FitPrinter<LikelihoodFit> {
    @Override
    public Class<LikelihoodFit> type() {
        return LikelihoodFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(LikelihoodFit fit, TableContext context) {
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(new FitFacts.Fact(Vocabulary.ITERATIONS.text(), Text.of(String.valueOf(fit.iterations()))));
        facts.addAll(MarginalEffectsTable.facts(fit, context));
        return facts;
    }

    @Override
    public List<TableModel> following(LikelihoodFit fit, TableContext context) {
        return MarginalEffectsTable.of(fit, context);
    }

    @Override
    public void records(LikelihoodFit fit, FitRecords out) throws IOException {
        out.value("measure", "log_likelihood", fit.likelihood().log(), fit.n(), "");
        out.value("measure", "log_likelihood_null", fit.likelihood().constantOnly(), fit.n(), "");
        out.value("measure", "deviance", fit.likelihood().deviance(), fit.n(), "");
        out.value("measure", "pseudo_r2", fit.likelihood().pseudoR2(), fit.n(), "");
        MarginalEffectsTable.records(fit, out);
    }
}
