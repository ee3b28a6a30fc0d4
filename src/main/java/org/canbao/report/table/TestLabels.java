package org.canbao.report.table;

import java.util.List;
import java.util.Map;
import org.canbao.report.ExactVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Words;
import org.canbao.result.ExactTestFit;
import org.canbao.spec.Text;

/** What exact tests are called that have no label of their own. */
final class TestLabels {
    private static final Map<String, Words> NAMES = Map.of(
            "fisher", ExactVocabulary.ODDS_RATIO,
            "mean", ExactVocabulary.MEANS,
            "median", ExactVocabulary.MEDIANS,
            "auc", ExactVocabulary.AUC);

    private TestLabels() {}

    /** The labels with those of the tests of these columns; unchanged if there are none. */
    static Labels of(List<FitColumn> columns, Labels labels) {
        return columns.stream().anyMatch(column -> column.fit() instanceof ExactTestFit)
                ? new NamedTerms(labels, NAMES)
                : labels;
    }

    /** What a test of a fit is called; Fisher's of a larger table has no odds ratio. */
    static Text of(ExactTestFit.Test test) {
        return test.name().equals("fisher") && Double.isNaN(test.value())
                ? ExactVocabulary.INDEPENDENCE.text()
                : NAMES.getOrDefault(test.name(), ExactVocabulary.INDEPENDENCE).text();
    }
}
