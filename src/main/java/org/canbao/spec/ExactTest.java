package org.canbao.spec;

import java.util.List;
import java.util.OptionalLong;

/**
 * Exact tests that an outcome does not depend on a group.
 *
 * @param common the rows; there are no weights
 * @param outcome the outcome; for Fisher's test a column, whose levels are counted
 * @param group the column with the groups: two, but for Fisher's test any number
 * @param tests which tests, in order
 * @param level of intervals, in percent
 * @param draws how many assignments are drawn where there are too many to try all
 * @param seed of the counter-based generator
 */
public record ExactTest(
        ModelSpec.Common common, Expr outcome, ColumnRef group, List<Test> tests, double level, int draws, long seed)
        implements ModelSpec {
    public ExactTest {
        tests = List.copyOf(tests);
    }

    /** What is compared. */
    public enum Test {
        /** The table of group and outcome (Fisher 1935; Freeman and Halton 1951). */
        FISHER,
        /** The difference of means. */
        MEAN,
        /** The difference of medians. */
        MEDIAN,
        /** The area under the ROC curve, which is Wilcoxon, Mann and Whitney's statistic. */
        AUC
    }

    /** Whether a test needs each row's outcome as a number. */
    public boolean needsNumbers() {
        return tests.stream().anyMatch(test -> test != Test.FISHER);
    }

    @Override
    public String model() {
        return "exact-test";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().expr(outcome).rows(List.of(group));
    }

    @Override
    public OptionalLong randomSeed() {
        return OptionalLong.of(seed);
    }
}
