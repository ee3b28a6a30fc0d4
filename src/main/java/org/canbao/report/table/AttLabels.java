package org.canbao.report.table;

import java.util.List;
import java.util.Map;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Words;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.HonestDidFit;

/** What effects on the treated are called that have no label of their own. */
final class AttLabels {
    private static final Map<String, Words> NAMES = Map.of(
            CallawaySantannaFit.ATT,
            DidVocabulary.ATT,
            CallawaySantannaFit.ATT + "_simple",
            DidVocabulary.ATT_SIMPLE,
            CallawaySantannaFit.ATT + "_dynamic",
            DidVocabulary.ATT_DYNAMIC,
            CallawaySantannaFit.ATT + "_group",
            DidVocabulary.ATT_GROUP,
            CallawaySantannaFit.ATT + "_calendar",
            DidVocabulary.ATT_CALENDAR,
            HonestDidFit.EFFECT,
            DidVocabulary.HONEST_EFFECT);

    private AttLabels() {}

    /** The labels with those of the jumps and effects of these columns; unchanged if there are none. */
    static Labels of(List<FitColumn> columns, Labels labels) {
        Labels jumps = JumpLabels.of(columns, TestLabels.of(columns, labels));
        return columns.stream()
                        .anyMatch(column -> NAMES.keySet().stream()
                                .anyMatch(name -> column.fit().coefficient(name).isPresent()))
                ? new NamedTerms(jumps, NAMES)
                : jumps;
    }

    /** Whether a term is an effect on the treated, which is never a control. */
    static boolean isEffect(String term) {
        return NAMES.containsKey(term);
    }
}
