package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;
import static org.canbao.report.figure.FigureNumbers.degrees;
import static org.canbao.report.figure.FigureNumbers.pValue;
import static org.canbao.report.figure.FigureNumbers.tight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.report.Numbers;
import org.canbao.report.PrivacyVocabulary;
import org.canbao.result.Fit.WaldTest;
import org.canbao.result.Inference;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** The words that both figures use, in both languages. */
final class FigureWords {
    private final FigureContext context;

    FigureWords(FigureContext context) {
        this.context = context;
    }

    /** The one of two texts that is in the language of the figure. */
    String pick(String en, String zh) {
        return context.lang() == Lang.ZH ? zh : en;
    }

    String simulated() {
        return pick("Simulated data", "模拟数据");
    }

    /** The sentences as one paragraph, after "Notes:", and with the simulated data named first. */
    String paragraph(List<String> sentences) {
        String first = context.simulated() ? pick("Simulated data. ", "模拟数据。") : "";
        return pick("Notes: ", "注：") + first + String.join(pick(" ", ""), sentences);
    }

    /** The paragraphs of a figure that has no sentences of its own: its notes, and that its data are simulated. */
    List<String> notes(Optional<Text> notes) {
        return notes(notes, false);
    }

    /** The notes, after that some points are not shown. */
    List<String> notes(Optional<Text> notes, boolean suppressed) {
        List<String> sentences = new ArrayList<>();
        if (suppressed) {
            sentences.add(suppressed());
        }
        notes.ifPresent(text -> sentences.add(text.in(context.lang())));
        return sentences.isEmpty() && !context.simulated() ? List.of() : List.of(paragraph(sentences));
    }

    /** {@code standard errors clustered by city (60 clusters)}. */
    String standardErrors(Inference inference) {
        if (inference.clusters().isEmpty()) {
            return unclustered(inference.vcov());
        }
        String ways = inference.clusters().stream()
                .map(way -> pick(
                        context.label(way.by()) + " (" + tight(count(way.groups()) + " clusters") + ")",
                        context.label(way.by()) + "（" + count(way.groups()) + " 个聚类）"))
                .collect(Collectors.joining(pick(" and ", "和")));
        return pick("standard errors clustered by " + ways, "标准误按" + ways + "聚类") + kind(inference.vcov());
    }

    private String kind(String vcov) {
        return switch (vcov) {
            case "cluster", "influence" -> "";
            case "multiplier-bootstrap" -> pick(", multiplier bootstrap", "，乘子自助法");
            case "jackknife" -> pick(", jackknife", "，刀切法");
            default -> pick(", ", "，") + vcov.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private String unclustered(String vcov) {
        return switch (vcov) {
            case "iid" -> pick("standard errors for independent, equally distributed errors", "标准误假定误差独立同分布");
            case "influence" -> pick("standard errors from influence functions", "标准误依据影响函数计算");
            case "multiplier-bootstrap" -> pick("multiplier-bootstrap standard errors", "乘子自助法标准误");
            default ->
                pick("standard errors robust to heteroskedasticity (", "异方差稳健标准误（")
                        + vcov.toUpperCase(Locale.ROOT)
                        + pick(")", "）");
        };
    }

    /** {@code F(3, 59) = 1.94, p = 0.133}. */
    String test(WaldTest test) {
        String f = "F(" + test.df1() + ", " + degrees(test.df2()) + ") = " + Numbers.fixed(test.statistic(), 2);
        return tight(f) + pick(", ", "，") + pValue(test.pValue());
    }

    /** That some points are not shown, if any row is in none of those that are. */
    Optional<String> suppressed(long rows, long shown) {
        return context.protection().isOn() && shown < rows ? Optional.of(suppressed()) : Optional.empty();
    }

    /** That some points are not shown. */
    String suppressed() {
        return PrivacyVocabulary.POINTS
                .text(String.valueOf(context.protection().below()))
                .in(context.lang());
    }

    String observations(long n) {
        return tight("N = " + count(n)) + pick(".", "。");
    }
}
