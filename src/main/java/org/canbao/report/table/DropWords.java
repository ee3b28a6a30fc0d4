package org.canbao.report.table;

import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/** Says in words why a regressor was left out, and with what it is collinear. */
final class DropWords {
    private final Labels labels;
    private final EffectLabels effects;

    DropWords(Labels labels, EffectLabels effects) {
        this.labels = labels;
        this.effects = effects;
    }

    Text sentence(Fit.Dropped dropped) {
        Text name = EventTime.named(dropped.name())
                .map(time -> Vocabulary.EVENT_TIME_AT.text(time.label()))
                .orElseGet(() -> labels.text(dropped.name()));
        if (dropped.reason() == Fit.Dropped.Reason.EMPTY) {
            return Vocabulary.OMITTED_EMPTY.text(name);
        }
        boolean absorbed = dropped.reason() == Fit.Dropped.Reason.ABSORBED;
        if (dropped.with().isEmpty()) {
            return (absorbed ? Vocabulary.OMITTED_ABSORBED : Vocabulary.OMITTED_COLLINEAR_ALONE).text(name);
        }
        Text with = Vocabulary.list(dropped.with().stream()
                .map(w -> absorbed ? effects.name(w) : Prose.inline(labels.text(w)))
                .toList());
        return (absorbed ? Vocabulary.OMITTED_ABSORBED_BY : Vocabulary.OMITTED_COLLINEAR).text(name, with);
    }
}
