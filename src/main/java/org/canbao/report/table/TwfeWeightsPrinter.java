package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Words;
import org.canbao.result.TwfeWeightsFit;
import org.canbao.result.TwfeWeightsFit.Cell;
import org.canbao.spec.Text;

/** What the weights of the two-way estimate say; single weights are in the CSV and JSON. */
final class TwfeWeightsPrinter implements FitPrinter<TwfeWeightsFit> {
    private static final int DIGITS = 6;

    @Override
    public Class<TwfeWeightsFit> type() {
        return TwfeWeightsFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(TwfeWeightsFit fit, TableContext context) {
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(count(DidVocabulary.TWFE_POSITIVE, fit.cells().size() - fit.negative()));
        facts.add(count(DidVocabulary.TWFE_NEGATIVE, fit.negative()));
        facts.add(number(DidVocabulary.TWFE_NEGATIVE_SUM, fit.negativeSum()));
        facts.add(number(DidVocabulary.TWFE_SPREAD, fit.leastSpread()));
        fit.leastOpposed().ifPresent(spread -> facts.add(number(DidVocabulary.TWFE_OPPOSED, spread)));
        return facts;
    }

    @Override
    public void records(TwfeWeightsFit fit, FitRecords out) throws IOException {
        for (Cell cell : fit.cells()) {
            out.weighted("twfe_weight", cell.group() + ":" + Numbers.exact(cell.time()), Double.NaN, cell.weight());
        }
    }

    private static FitFacts.Fact count(Words label, long value) {
        return new FitFacts.Fact(label.text(), Text.of(Numbers.grouped(value)));
    }

    private static FitFacts.Fact number(Words label, double value) {
        return new FitFacts.Fact(label.text(), Text.of(Numbers.shown(value, Numbers.decimals(DIGITS, value))));
    }
}
