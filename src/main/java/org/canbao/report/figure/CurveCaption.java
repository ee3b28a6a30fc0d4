package org.canbao.report.figure;

import static org.canbao.report.figure.FigureNumbers.count;
import static org.canbao.report.figure.FigureNumbers.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.report.Numbers;
import org.canbao.result.Coefficient;
import org.canbao.result.SpecificationCurve;
import org.canbao.result.SpecificationCurve.Specification;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.CurveSpec.Combine;
import org.canbao.spec.Lang;

/** What is said under a specification curve. */
final class CurveCaption {
    private final CurveSpec spec;
    private final SpecificationCurve curve;
    private final FigureContext context;
    private final FigureWords words;

    CurveCaption(CurveSpec spec, SpecificationCurve curve, FigureContext context, FigureWords words) {
        this.spec = spec;
        this.curve = curve;
        this.context = context;
        this.words = words;
    }

    /** How a point is called: its id and what it is about. */
    static String name(ChoicePoint point, Lang lang) {
        String label = point.label().in(lang);
        return label.equals(point.id()) ? label : point.id() + " " + label;
    }

    /** The sentences. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.pick(
                "Each place is one specification, its point the coefficient of " + context.label(curve.coefficient())
                        + ", its line the 95% interval; below it the options that it takes, that of the study first"
                        + " in each group.",
                "每一横向位置为一种设定：点为" + context.label(curve.coefficient())
                        + "的系数，竖线为 95% 置信区间，下方为其所取选项，各组首行为本文设定。"));
        sentences.add(coverage());
        if (!curve.estimates().isEmpty()) {
            shares(sentences);
        }
        failures(sentences);
        inert(sentences);
        return sentences;
    }

    private void shares(List<String> sentences) {
        int n = curve.estimates().size();
        sentences.add(words.pick(
                share(curve.significant(), n) + " are significant at 5%, " + share(curve.sameSign(), n)
                        + " have the study's sign.",
                share(curve.significant(), n) + "在 5% 水平显著，" + share(curve.sameSign(), n) + "与本文系数同号。"));
        String range = words.pick(
                estimate(curve.estimates().get(0)) + " to "
                        + estimate(curve.estimates().get(n - 1)),
                estimate(curve.estimates().get(0)) + " 至 "
                        + estimate(curve.estimates().get(n - 1)));
        String own = curve.baseline()
                .estimate()
                .map(Coefficient::estimate)
                .map(FigureNumbers::estimate)
                .orElse("–");
        sentences.add(words.pick(
                "Median " + estimate(curve.median()) + ", range " + range + "; the study's estimate is " + own + ".",
                "中位数 " + estimate(curve.median()) + "，范围 " + range + "；本文估计值为 " + own + "。"));
    }

    private String share(long part, int of) {
        String percent = Numbers.fixed(100.0 * part / of, 1) + "%";
        return words.pick(
                count(part) + " of " + count(of) + " (" + percent + ")",
                count(of) + " 个估计中有 " + count(part) + " 个（" + percent + "）");
    }

    private String coverage() {
        SpecificationCurve.Coverage coverage = curve.coverage();
        String all = count(coverage.combinations());
        String same = coverage.same() == 0
                ? ""
                : words.pick(
                        "; " + count(coverage.same()) + " that are the same estimation as another are left out",
                        "；与其他组合估计完全相同的 " + count(coverage.same()) + " 个组合不重复计入");
        String here = count(curve.specifications().size());
        if (coverage.drawn()) {
            return words.pick(
                    here + " specifications drawn at random (seed " + coverage.seed() + ") from " + all
                            + " combinations of options" + same + ".",
                    "从 " + all + " 种选项组合中随机抽取（种子 " + coverage.seed() + "）" + here + " 种设定" + same + "。");
        }
        if (spec.combine() == Combine.ONE_AT_A_TIME) {
            return words.pick(
                    here + " specifications: the study's, and each alternative by itself" + same + ".",
                    "共 " + here + " 种设定：本文设定及逐一替换的各选项" + same + "。");
        }
        return words.pick(
                here + " specifications: all " + all + " combinations of options" + same + ".",
                "共 " + here + " 种设定：全部 " + all + " 种选项组合" + same + "。");
    }

    private void failures(List<String> sentences) {
        Map<String, Long> problems = curve.failed().stream()
                .collect(Collectors.groupingBy(Specification::problem, LinkedHashMap::new, Collectors.counting()));
        problems.forEach((problem, number) -> sentences.add(words.pick(
                count(number) + " not estimated (crosses at the right end): " + problem + ".",
                count(number) + " 种设定未能估计（右端叉号）：" + problem + "。")));
    }

    private void inert(List<String> sentences) {
        Set<String> names = new LinkedHashSet<>();
        curve.inert()
                .forEach(option -> spec.points().stream()
                        .filter(point -> point.id().equals(option.point()))
                        .forEach(point -> names.add(described(point, option.option()))));
        if (!names.isEmpty()) {
            String list = String.join(words.pick("; ", "；"), names);
            sentences.add(words.pick(
                    "Without bearing on this estimate: " + list + ".", "与本估计无关的选项：" + list + "。"));
        }
    }

    /** The point alone if none of its options is drawn, else the option too. */
    private String described(ChoicePoint point, String option) {
        boolean whole = curve.points().stream().noneMatch(drawn -> drawn.id().equals(point.id()));
        return whole
                ? point.id()
                : point.id() + " "
                        + point.options().stream()
                                .filter(one -> one.id().equals(option))
                                .map(one -> one.label().in(context.lang()))
                                .findFirst()
                                .orElse(option);
    }
}
