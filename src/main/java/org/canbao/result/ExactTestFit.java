package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * Exact tests that an outcome does not depend on a group.
 *
 * @param outcome as text
 * @param group the column with the groups
 * @param values the groups, in ascending order
 * @param rows rows of each
 * @param table the counts, if Fisher's test was asked for
 * @param tests one per test, in the order asked for
 * @param level of the interval of an odds ratio, in percent
 * @param inference which rows were used
 */
public record ExactTestFit(
        String outcome,
        String group,
        List<String> values,
        List<Long> rows,
        Optional<Crosstab> table,
        List<Test> tests,
        double level,
        Inference inference)
        implements Fit {
    public ExactTestFit {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
        tests = List.copyOf(tests);
    }

    /**
     * How often each outcome occurs in each group.
     *
     * @param outcomes the values of the outcome, in ascending order
     * @param counts one list per group, one number per outcome
     */
    public record Crosstab(List<String> outcomes, List<List<Long>> counts) {
        public Crosstab {
            outcomes = List.copyOf(outcomes);
            counts = counts.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A test.
     *
     * @param name {@code fisher}, {@code mean}, {@code median} or {@code auc}
     * @param value the odds ratio (conditional maximum likelihood, zero and infinity being possible; NaN for larger tables);
     *     the second group's mean or median less the first's; the probability that a row of the second group has more than
     *     one of the first, ties counting half
     * @param spread the standard deviation of the value over all assignments; NaN for Fisher's test
     * @param low lower end of the interval of the odds ratio; NaN for others
     * @param high upper end
     * @param pValue two-sided
     * @param less of the hypothesis that the value is smaller; NaN for larger tables
     * @param greater of the hypothesis that it is larger
     * @param reference what the p-values are computed over
     */
    public record Test(
            String name,
            double value,
            double spread,
            double low,
            double high,
            double pValue,
            double less,
            double greater,
            Reference reference) {}

    /**
     * What p-values are computed over.
     *
     * @param all how many assignments, or tables with the same margins, there are or were drawn
     * @param extreme how many are at least as extreme on either side
     * @param enumerated whether they are all there are
     */
    public record Reference(long all, long extreme, boolean enumerated) {}

    @Override
    public String model() {
        return "exact-test";
    }

    /** The test of that name. */
    public Optional<Test> test(String name) {
        return tests.stream().filter(test -> test.name().equals(name)).findFirst();
    }

    @Override
    public List<Coefficient> coefficients() {
        return tests.stream()
                .filter(test -> !Double.isNaN(test.value()))
                .map(test -> new Coefficient(
                        test.name(), test.value(), test.spread(), Double.NaN, test.pValue(), test.low(), test.high()))
                .toList();
    }
}
