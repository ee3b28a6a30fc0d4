package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.canbao.privacy.Protection;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** What a regression table says below: standard errors, weights, controls, regressors and rows left out. */
final class RegressionNotes {
    private final List<FitColumn> columns;
    private final Labels labels;
    private final EffectLabels effects;
    private final Protection protection;

    RegressionNotes(List<FitColumn> columns, Labels labels, EffectLabels effects, Protection protection) {
        this.protection = protection;
        this.columns = columns;
        this.labels = labels;
        this.effects = effects;
    }

    /** The notes, one paragraph each; those that hold for some columns say which. */
    List<Text> texts(RegressionTerms terms) {
        List<Text> texts = new ArrayList<>();
        SeWords errors = new SeWords(effects);
        DropWords drops = new DropWords(labels, effects);
        texts.addAll(perColumn((notes, c) -> c.note().ifPresent(note -> notes.add(c.number(), note))));
        texts.addAll(perColumn((notes, c) -> {
            notes.add(c.number(), errors(c.printed(), errors));
            if (c.fit().inference().repaired()) {
                notes.add(c.number(), Vocabulary.SE_REPAIRED.text());
            }
            if (c.fit().coefficients().stream().anyMatch(b -> b.df().isPresent())) {
                notes.add(c.number(), Vocabulary.SATTERTHWAITE.text());
            }
            c.fit().wildBootstrap().ifPresent(test -> notes.add(c.number(), new BootstrapWords(labels).sentence(test)));
        }));
        texts.addAll(perColumn((notes, c) -> c.fit()
                .inference()
                .weights()
                .ifPresent(w -> notes.add(c.number(), Vocabulary.WEIGHTED.text(Prose.inline(labels.text(w)))))));
        texts.addAll(controls(terms));
        texts.addAll(perColumn((notes, c) -> c.fit().dropped().forEach(d -> notes.add(c.number(), drops.sentence(d)))));
        texts.addAll(perColumn(this::addLosses));
        texts.addAll(perColumn((notes, c) -> own(c.printed()).forEach(note -> notes.add(c.number(), note))));
        columns.stream()
                .flatMap(c -> c.printed().printer().legends().stream())
                .distinct()
                .forEach(texts::add);
        return texts;
    }

    private <F extends Fit> List<Text> own(FitPrinters.Printed<F> printed) {
        return printed.printer().notes(printed.fit(), labels);
    }

    private static <F extends Fit> Text errors(FitPrinters.Printed<F> printed, SeWords words) {
        return printed.printer().errors(printed.fit(), words);
    }

    private void addLosses(ColumnNotes notes, FitColumn column) {
        List<Inference.Loss> lost = column.fit().inference().lost().stream()
                .filter(loss -> loss.rows() > 0)
                .toList();
        if (!lost.isEmpty()) {
            notes.add(column.number(), new LossWords(labels, effects, protection).sentence(lost));
        }
    }

    /** The names of the controls, those of the same columns together, unless the row itself names them. */
    private List<Text> controls(RegressionTerms terms) {
        if (!terms.fewControls(columns).isEmpty()) {
            return List.of();
        }
        Map<String, List<Integer>> where = new LinkedHashMap<>();
        for (FitColumn column : columns) {
            for (String term : terms.controls(column)) {
                where.computeIfAbsent(term, t -> new ArrayList<>()).add(column.number());
            }
        }
        Map<List<Integer>, List<Text>> together = new LinkedHashMap<>();
        where.forEach((term, numbers) ->
                together.computeIfAbsent(numbers, n -> new ArrayList<>()).add(labels.text(term)));
        List<Text> texts = new ArrayList<>();
        together.forEach((numbers, names) -> texts.add(controls(numbers, Vocabulary.list(names))));
        return texts;
    }

    private Text controls(List<Integer> numbers, Text names) {
        if (numbers.size() == columns.size()) {
            return Vocabulary.CONTROLS_ARE.text(names);
        }
        return (numbers.size() == 1 ? Vocabulary.CONTROLS_IN : Vocabulary.CONTROLS_IN_SEVERAL)
                .text(ColumnNotes.numbers(numbers), names);
    }

    private List<Text> perColumn(BiConsumer<ColumnNotes, FitColumn> note) {
        ColumnNotes notes = new ColumnNotes(columns.size());
        columns.forEach(column -> note.accept(notes, column));
        return notes.texts();
    }
}
