package org.canbao.bench.validity;

import java.util.Locale;
import java.util.Map;

/** The page of answers, in Markdown. */
final class ValidityPage {
    /** Monte Carlo standard errors that a method may be off. */
    private static final double ERRORS = 2;

    private final StringBuilder text = new StringBuilder();
    private final int samples;

    ValidityPage(int samples) {
        this.samples = samples;
        text.append("# What holds, what fails, and what cures it\n\n")
                .append("Written by `scripts/bench --runs ")
                .append(samples)
                .append(
                        " validity`; the same seeds give the same numbers. Every question has a population whose truth is"
                                + " known, from which ")
                .append(samples)
                .append(" samples are drawn; all methods see the same samples.\n\n")
                .append("Bias is the mean estimate less the truth, with its Monte Carlo standard error in parentheses."
                        + " Coverage is the share of 95% intervals that hold the truth, and of tests at 5% that do not reject;"
                        + " with ")
                .append(samples)
                .append(" samples an interval that keeps its word covers 95% ± ")
                .append(percent(2 * new Score(samples, 0, 0, 0).coverageError()))
                .append(". *As theory says* compares with what theory promises: a method that should hold is within two"
                        + " Monte Carlo standard errors on both counts (a conservative one may cover more; one that only"
                        + " covers is consistent, not unbiased, so that its bias is shown and not held to zero; one that is"
                        + " consistent has no interval, and a bias of at most a quarter of the spread of estimates), one"
                        + " that should fail is not, and a test that should reject does so in four of five samples. Among"
                        + " so many comparisons at two standard errors, about one in twenty is off by chance.\n");
    }

    void add(Question question, Map<Method, Score> scores) {
        text.append("\n## ").append(question.title()).append("\n\n");
        text.append(question.population()).append(" Truth: ");
        text.append(number(question.draws().truth())).append("; seed ");
        text.append(question.draws().seed()).append("; ").append(samples).append(" samples.\n\n");
        text.append("| method | bias | coverage | theory | as theory says |\n|---|---|---|---|---|\n");
        scores.forEach((method, score) -> text.append(row(method, score)));
        text.append("\n").append(question.lesson()).append("\n");
    }

    private static String row(Method method, Score score) {
        String bias = score.hasBias() ? number(score.bias()) + " (" + number(score.biasError()) + ")" : "–";
        String coverage = score.hasCoverage() ? percent(score.coverage()) : "–";
        return "| " + method.name() + " | " + bias + " | " + coverage + " | "
                + method.promise().name().toLowerCase(Locale.ROOT) + " | "
                + (score.keeps(method.promise(), ERRORS) ? "yes" : "no") + " |\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replace('-', '−');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
