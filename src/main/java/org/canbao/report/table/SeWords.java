package org.canbao.report.table;

import java.util.List;
import java.util.Locale;
import org.canbao.report.Vocabulary;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** Says in words how standard errors were computed. */
final class SeWords {
    private final EffectLabels effects;

    SeWords(EffectLabels effects) {
        this.effects = effects;
    }

    /** The sentence for the notes of a table. */
    Text sentence(Inference inference) {
        String type = inference.vcov().toUpperCase(Locale.ROOT).replace("-JACKKNIFE", " jackknife");
        if (inference.vcov().equals("multiplier-bootstrap")) {
            return inference.clusters().isEmpty()
                    ? Vocabulary.SE_MULTIPLIER.text()
                    : Vocabulary.SE_MULTIPLIER_CLUSTERED.text(ways(inference));
        }
        if (inference.vcov().equals("jackknife") && !inference.clusters().isEmpty()) {
            return Vocabulary.SE_JACKKNIFE_CLUSTERED.text(ways(inference));
        }
        if (!inference.clusters().isEmpty()) {
            return inference.vcov().equals("cluster") || inference.vcov().equals("influence")
                    ? Vocabulary.SE_CLUSTERED.text(ways(inference))
                    : Vocabulary.SE_CLUSTERED_TYPE.text(ways(inference), type);
        }
        return switch (inference.vcov()) {
            case "influence" -> Vocabulary.SE_INFLUENCE.text();
            case "jackknife" -> Vocabulary.SE_JACKKNIFE.text();
            case "randomization" -> Vocabulary.SE_DRAWS.text();
            case "iid" -> Vocabulary.SE_IID.text();
            case "hc0", "hc1", "hc2", "hc3" -> Vocabulary.SE_ROBUST.text(type);
            default -> Vocabulary.SE_OTHER.text(type);
        };
    }

    /** The sentence where the robust interval of a local discontinuity stands in the place of its standard error. */
    Text ofInterval(Inference inference, String level) {
        String type = inference.vcov().toUpperCase(Locale.ROOT);
        return inference.clusters().isEmpty()
                ? Vocabulary.RD_LOCAL_ERRORS.text(level, type)
                : Vocabulary.RD_LOCAL_ERRORS_CLUSTERED.text(level, type, ways(inference));
    }

    private Text ways(Inference inference) {
        List<Text> ways = inference.clusters().stream()
                .map(way -> Prose.inline(effects.levels(way.by())))
                .toList();
        Text text = ways.get(0);
        for (Text way : ways.subList(1, ways.size())) {
            text = Vocabulary.AND.text(text, way);
        }
        return text;
    }
}
