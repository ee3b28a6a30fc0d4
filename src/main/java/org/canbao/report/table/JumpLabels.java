package org.canbao.report.table;

import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.WithCutoff;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** What a jump is called that has no label of its own: a discontinuity, with its cutoff if all columns share it. */
final class JumpLabels implements Labels {
    private final Labels labels;
    private final Text jump;

    private JumpLabels(Labels labels, Text jump) {
        this.labels = labels;
        this.jump = jump;
    }

    /** The labels with one for the jump of these columns; unchanged if none has a jump. */
    static Labels of(List<FitColumn> columns, Labels labels) {
        List<Double> cutoffs = columns.stream()
                .flatMap(column -> column.discontinuity().stream())
                .map(WithCutoff::cutoff)
                .distinct()
                .toList();
        if (cutoffs.isEmpty()) {
            return labels;
        }
        return new JumpLabels(
                labels,
                cutoffs.size() == 1
                        ? Vocabulary.DISCONTINUITY.text(Numbers.exact(cutoffs.get(0)))
                        : Vocabulary.DISCONTINUITIES.text());
    }

    @Override
    public String of(String term, Lang lang) {
        String given = labels.of(term, lang);
        return given.equals(WithCutoff.JUMP) ? jump.in(lang) : given;
    }

    @Override
    public String ofValue(String variable, String value, Lang lang) {
        return labels.ofValue(variable, value, lang);
    }
}
