package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.HonestDidFit;
import org.canbao.result.HonestDidFit.Bounded;
import org.canbao.result.HonestDidFit.Ends;
import org.canbao.result.HonestDidFit.Sensitivity;
import org.canbao.spec.Text;

/** What a sensitivity analysis says: confidence and identified sets by bound, and the breakdown values. */
final class HonestDidPrinter implements FitPrinter<HonestDidFit> {
    private static final int BREAKDOWN_DIGITS = 4;

    @Override
    public Class<HonestDidFit> type() {
        return HonestDidFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(HonestDidFit fit, TableContext context) {
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(new FitFacts.Fact(DidVocabulary.HONEST_OF.text(), Text.of(fit.base())));
        facts.add(new FitFacts.Fact(
                DidVocabulary.HONEST_TARGET.text(),
                fit.target().isPresent()
                        ? DidVocabulary.HONEST_AT.text(fit.target().getAsInt())
                        : DidVocabulary.HONEST_AVERAGE.text()));
        facts.add(new FitFacts.Fact(
                DidVocabulary.HONEST_PERIODS.text(), DidVocabulary.HONEST_COUNTS.text(fit.before(), fit.after())));
        fit.smoothness().ifPresent(s -> facts.add(breakdown(DidVocabulary.HONEST_BREAKDOWN_SMOOTHNESS, s.breakdown())));
        fit.magnitudes().ifPresent(s -> facts.add(breakdown(DidVocabulary.HONEST_BREAKDOWN_MAGNITUDES, s.breakdown())));
        return facts;
    }

    @Override
    public List<TableModel> following(HonestDidFit fit, TableContext context) {
        List<TableModel> tables = new ArrayList<>();
        fit.smoothness().ifPresent(s -> tables.add(table("smoothness", DidVocabulary.HONEST_SMOOTHNESS, s, context)));
        fit.magnitudes().ifPresent(s -> tables.add(table("magnitudes", DidVocabulary.HONEST_MAGNITUDES, s, context)));
        return tables;
    }

    @Override
    public void records(HonestDidFit fit, FitRecords out) throws IOException {
        if (fit.smoothness().isPresent()) {
            records("smoothness", fit.smoothness().get(), out);
        }
        if (fit.magnitudes().isPresent()) {
            records("magnitudes", fit.magnitudes().get(), out);
        }
    }

    private static void records(String part, Sensitivity sensitivity, FitRecords out) throws IOException {
        for (Bounded bounded : sensitivity.sets()) {
            String bound = Numbers.exact(bounded.bound());
            if (bounded.set().isPresent()) {
                Ends ends = bounded.set().get();
                out.interval(part, bound, ends.low(), ends.high());
            }
            if (bounded.identified().isPresent()) {
                Ends ends = bounded.identified().get();
                out.interval(part + "_identified", bound, ends.low(), ends.high());
            }
        }
        if (sensitivity.breakdown().isPresent()) {
            out.value(part + "_breakdown", "", sensitivity.breakdown().getAsDouble(), 0, "");
        }
    }

    @Override
    public List<FooterRow> tests(HonestDidFit fit) {
        List<FooterRow> rows = new ArrayList<>();
        fit.smoothness()
                .ifPresent(s -> rows.add(
                        row("breakdown_smoothness", DidVocabulary.HONEST_BREAKDOWN_SMOOTHNESS, s.breakdown())));
        fit.magnitudes()
                .ifPresent(s -> rows.add(
                        row("breakdown_magnitudes", DidVocabulary.HONEST_BREAKDOWN_MAGNITUDES, s.breakdown())));
        return rows;
    }

    private static FooterRow row(String key, Words label, OptionalDouble breakdown) {
        return new FooterRow(
                key,
                label.text(),
                breakdown.isPresent()
                        ? new Cell.Number(breakdown.getAsDouble(), BREAKDOWN_DIGITS, false)
                        : new Cell.Words(DidVocabulary.HONEST_NOT_SIGNIFICANT.text()));
    }

    private static FitFacts.Fact breakdown(Words label, OptionalDouble breakdown) {
        return new FitFacts.Fact(
                label.text(),
                breakdown.isPresent()
                        ? Text.of(Numbers.shown(
                                breakdown.getAsDouble(), Numbers.decimals(BREAKDOWN_DIGITS, breakdown.getAsDouble())))
                        : DidVocabulary.HONEST_NOT_SIGNIFICANT.text());
    }

    private static TableModel table(String id, Words title, Sensitivity sensitivity, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>();
        for (Words word : List.of(
                Vocabulary.CONF_LOW,
                Vocabulary.CONF_HIGH,
                DidVocabulary.IDENTIFIED_LOW,
                DidVocabulary.IDENTIFIED_HIGH)) {
            columns.add(new TableModel.Column(word.text()));
        }
        List<TableModel.Row> rows = new ArrayList<>();
        for (Bounded bounded : sensitivity.sets()) {
            List<Cell> cells = new ArrayList<>();
            addEnds(cells, bounded.set());
            addEnds(cells, bounded.identified());
            String bound = Numbers.exact(bounded.bound());
            rows.add(new TableModel.Line(id + ":" + bound, DidVocabulary.HONEST_BOUND.text(bound), cells));
        }
        return FitRows.table(id, title.text(), columns, rows, context);
    }

    private static void addEnds(List<Cell> cells, Optional<Ends> ends) {
        cells.add(ends.map(e -> FitRows.number(e.low(), FitRows.DIGITS)).orElse(Cell.BLANK));
        cells.add(ends.map(e -> FitRows.number(e.high(), FitRows.DIGITS)).orElse(Cell.BLANK));
    }
}
