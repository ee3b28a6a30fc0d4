package org.canbao.report.table;

import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.PrivacyVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** Says in words which rows an estimate did not use, and why. */
final class LossWords {
    private final Labels labels;
    private final EffectLabels effects;
    private final Protection protection;

    LossWords(Labels labels, EffectLabels effects) {
        this(labels, effects, Protection.NONE);
    }

    LossWords(Labels labels, EffectLabels effects, Protection protection) {
        this.protection = protection;
        this.labels = labels;
        this.effects = effects;
    }

    /** All reasons of one estimate in a sentence; there is at least one. */
    Text sentence(List<Inference.Loss> lost) {
        return Vocabulary.LOST.text(
                Vocabulary.list(lost.stream().map(this::reason).toList()));
    }

    /** One reason: "312 rows with missing income". */
    Text reason(Inference.Loss loss) {
        Text rows = rows(loss.rows(), protection);
        String reason = loss.reason();
        int colon = reason.indexOf(": ");
        String kind = colon < 0 ? reason : reason.substring(0, colon);
        String of = colon < 0 ? "" : reason.substring(colon + 2);
        return switch (kind) {
            case "where" -> Vocabulary.LOST_WHERE.text(rows);
            case "window" -> Vocabulary.LOST_WINDOW.text(rows, Prose.inline(labels.text(of)));
            case "missing" -> Vocabulary.LOST_MISSING.text(rows, Prose.inline(labels.text(of)));
            case "infinite" -> Vocabulary.LOST_INFINITE.text(rows, Prose.inline(labels.text(of)));
            case "singleton" -> Vocabulary.LOST_SINGLETON.text(rows, Prose.inline(effects.levels(of)));
            case "no counterfactual" -> DidVocabulary.LOST_NOT_IMPUTED.text(rows);
            case "always treated" -> DidVocabulary.LOST_ALWAYS_TREATED.text(rows);
            case "flat" -> Vocabulary.LOST_FLAT.text(rows, Prose.inline(effects.levels(of)));
            case "separated" -> Vocabulary.LOST_SEPARATED.text(rows);
            default -> Vocabulary.LOST_OTHER.text(rows, reason);
        };
    }

    /** "1,204 rows", "fewer than 5 rows". */
    static Text rows(long rows, Protection protection) {
        return protection.hidesRows(rows)
                ? PrivacyVocabulary.ROWS_FEWER.text(String.valueOf(protection.below()))
                : rows(rows);
    }

    /** "1,204 rows", "c rows". */
    static Text rows(ShownCount rows) {
        return rows.isShown() ? rows(rows.value()) : Vocabulary.ROWS.text(rows.sign());
    }

    /** "1 row", "1,204 rows". */
    static Text rows(long rows) {
        return rows == 1 ? Vocabulary.ROW.text() : Vocabulary.ROWS.text(Numbers.grouped(rows));
    }
}
