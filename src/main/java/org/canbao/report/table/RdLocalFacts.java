package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.Text;

/** What describes a local-polynomial discontinuity as a whole, and its warnings in words. */
final class RdLocalFacts {
    private RdLocalFacts() {}

    /** The facts, in the order in which they print. */
    static List<FitFacts.Fact> of(RdLocalFit fit, Labels labels) {
        RdLocalFit.Design design = fit.design();
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact(Vocabulary.RUNNING, labels.text(design.running())));
        facts.add(fact(Vocabulary.CUTOFF, Text.of(Numbers.exact(design.cutoff()))));
        design.treatment().ifPresent(treatment -> facts.add(fact(Vocabulary.TREATMENT, labels.text(treatment))));
        if (!design.covariates().isEmpty()) {
            List<Text> names = design.covariates().stream().map(labels::text).toList();
            facts.add(fact(Vocabulary.COVARIATES, Vocabulary.list(names)));
        }
        if (design.derivative() > 0) {
            facts.add(fact(Vocabulary.DERIVATIVE, Text.of(String.valueOf(design.derivative()))));
        }
        facts.add(fact(Vocabulary.KERNEL, kernel(fit)));
        facts.add(fact(Vocabulary.BANDWIDTH, bandwidth(design)));
        facts.add(fact(Vocabulary.MASS_POINTS, massPoints(design)));
        if (design.scale() != 1) {
            facts.add(fact(Vocabulary.SCALE, Text.of(Numbers.exact(design.scale()))));
        }
        fit.warnings()
                .forEach(warning -> facts.add(
                        fact(Vocabulary.WARNING, words(warning, Prose.inline(labels.text(design.running()))))));
        return facts;
    }

    /** The kernel in words. */
    static Text kernel(RdLocalFit fit) {
        return switch (fit.design().kernel()) {
            case "triangular" -> Vocabulary.KERNEL_TRIANGULAR.text();
            case "epanechnikov" -> Vocabulary.KERNEL_EPANECHNIKOV.text();
            default -> Vocabulary.KERNEL_UNIFORM.text();
        };
    }

    /** A warning for machines. */
    static String key(RdLocalFit.Warning warning) {
        return warning.kind().name().toLowerCase(Locale.ROOT);
    }

    /** A warning in words. */
    static Text words(RdLocalFit.Warning warning, Text running) {
        List<Object> arguments = new ArrayList<>(List.of(running));
        warning.values().forEach(value -> arguments.add(Numbers.shown(value, value == Math.rint(value) ? 0 : 2)));
        Object[] all = arguments.toArray();
        return switch (warning.kind()) {
            case MASS_POINTS -> Vocabulary.WARN_MASS_POINTS.text(all);
            case FEW_ROWS -> Vocabulary.WARN_FEW_ROWS.text(all);
            case MANY_COVARIATES -> Vocabulary.WARN_MANY_COVARIATES.text(all);
            case FEW_CLUSTERS -> Vocabulary.WARN_FEW_CLUSTERS.text(all);
            case WEAK_FIRST_STAGE -> Vocabulary.WARN_WEAK_FIRST_STAGE.text(all);
            case NO_VARIATION -> Vocabulary.WARN_NO_VARIATION.text(all);
        };
    }

    private static Text bandwidth(RdLocalFit.Design design) {
        return switch (design.bandwidth()) {
            case "given" -> Vocabulary.BANDWIDTH_GIVEN.text();
            case "all" -> Vocabulary.BANDWIDTH_ALL.text();
            default -> Text.of(design.bandwidth());
        };
    }

    private static Text massPoints(RdLocalFit.Design design) {
        return switch (design.massPoints()) {
            case "adjust" -> Vocabulary.MASS_ADJUST.text();
            case "check" -> Vocabulary.MASS_CHECK.text();
            default -> Vocabulary.MASS_OFF.text();
        };
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }
}
