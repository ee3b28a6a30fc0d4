package org.canbao.estimate.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.DesignRequest.ExtraKey;
import org.canbao.design.EstimationPath;
import org.canbao.design.Key;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.result.ExactTestFit;
import org.canbao.result.ExactTestFit.Reference;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ExactTest;
import org.canbao.spec.ExactTest.Test;
import org.canbao.spec.Expr;

/**
 * Exact tests between groups. Fisher's agrees with R's {@code fisher.test}, the others with an enumeration of every
 * assignment; that of the area under the ROC curve is the exact Wilcoxon–Mann–Whitney test, ties included. Rows with a
 * missing outcome or group are left out and counted.
 */
public final class ExactTestEstimator implements Estimator<ExactTest> {
    @Override
    public ExactTestFit estimate(ExactTest spec, Sample sample, EstimationOptions options) {
        Optional<ColumnRef> levels = spec.tests().contains(Test.FISHER)
                ? Optional.of(((Expr.Column) spec.outcome()).ref())
                : Optional.empty();
        Design design = read(spec, levels, sample, options);
        Key groups = design.key(spec.group());
        requireGroups(spec, groups);
        long[] rows = new long[groups.levels().size()];
        for (int cell = 0; cell < design.size(); cell++) {
            rows[groups.code(cell)] += design.count(cell);
        }
        Optional<ExactTestFit.Crosstab> table = levels.map(outcome -> table(spec, design, groups, design.key(outcome)));
        return new ExactTestFit(
                spec.outcome().text(),
                spec.group().name(),
                groups.levels().names(),
                Arrays.stream(rows).boxed().toList(),
                table,
                tests(spec, design, groups, table, options.threads()),
                spec.level(),
                inference(design));
    }

    static String name(Test test) {
        return test.name().toLowerCase(Locale.ROOT);
    }

    /** Fisher's test alone needs counts; its outcome may be text. */
    private static Design read(
            ExactTest spec, Optional<ColumnRef> levels, Sample sample, EstimationOptions options) {
        List<ExtraKey> keys = new ArrayList<>();
        keys.add(new ExtraKey(spec.group(), false));
        levels.ifPresent(outcome -> keys.add(new ExtraKey(outcome, false)));
        DesignBuilder builder = new DesignBuilder(
                sample, spec.needsNumbers() ? EstimationPath.ROWS : options.path(), options.threads());
        return builder.build(new DesignRequest(
                spec.common(),
                spec.needsNumbers() ? spec.outcome() : new Expr.Constant(1, "1"),
                List.of(),
                false,
                List.of(),
                keys,
                Optional.empty()));
    }

    private static void requireGroups(ExactTest spec, Key groups) {
        int found = groups.levels().size();
        if (spec.needsNumbers() ? found == 2 : found >= 2) {
            return;
        }
        throw Diagnostic.error(
                        EstimateCode.NOT_TWO_GROUPS,
                        "`" + spec.group() + "` has " + found + " values in the rows used, not two"
                                + (spec.needsNumbers() ? "" : " or more"))
                .at(spec.group().place())
                .hint("leave others out with `where`, or derive a column with two values")
                .toException();
    }

    private static ExactTestFit.Crosstab table(ExactTest spec, Design design, Key groups, Key outcomes) {
        List<String> names = outcomes.levels().names();
        if (names.size() < 2) {
            throw Diagnostic.error(
                            EstimateCode.OUTCOME_CONSTANT,
                            "outcome `" + spec.outcome().text() + "` has one value, `" + names.get(0)
                                    + "`, in the " + design.rows() + " rows used")
                    .at(spec.common().place())
                    .toException();
        }
        long[][] counts = new long[groups.levels().size()][names.size()];
        for (int cell = 0; cell < design.size(); cell++) {
            counts[groups.code(cell)][outcomes.code(cell)] += design.count(cell);
        }
        return new ExactTestFit.Crosstab(
                names,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    private static List<ExactTestFit.Test> tests(
            ExactTest spec, Design design, Key groups, Optional<ExactTestFit.Crosstab> table, int threads) {
        Optional<PermutationTest> permutation =
                spec.needsNumbers() ? Optional.of(permutation(spec, design, groups, threads)) : Optional.empty();
        return spec.tests().stream()
                .map(test -> test == Test.FISHER
                        ? fisher(spec, table.orElseThrow())
                        : permutation.orElseThrow().test(test))
                .toList();
    }

    private static PermutationTest permutation(ExactTest spec, Design design, Key groups, int threads) {
        double[] values = design.values(design.outcome());
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = IntStream.of(order).mapToDouble(row -> values[row]).toArray();
        int[] second = IntStream.range(0, order.length)
                .filter(place -> groups.code(order[place]) == 1)
                .toArray();
        return new PermutationTest(ascending, second, spec.draws(), spec.seed(), threads);
    }

    private static ExactTestFit.Test fisher(ExactTest spec, ExactTestFit.Crosstab table) {
        long[][] counts = table.counts().stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        double none = Double.NaN;
        if (counts.length > 2 || counts[0].length > 2) {
            TableTest.Outcome outcome = new TableTest(counts).test(spec.draws(), spec.seed());
            return new ExactTestFit.Test(
                    name(Test.FISHER), none, none, none, none, outcome.pValue(), none, none, outcome.reference());
        }
        FourfoldTable fourfold = new FourfoldTable(counts);
        double tail = (1 - spec.level() / 100) / 2;
        return new ExactTestFit.Test(
                name(Test.FISHER),
                fourfold.oddsRatio(),
                none,
                fourfold.lowEnd(tail),
                fourfold.highEnd(tail),
                fourfold.twoSided(),
                fourfold.lower(0),
                fourfold.upper(0),
                new Reference(fourfold.tables(), fourfold.extreme(), true));
    }

    private static Inference inference(Design design) {
        List<Inference.Loss> lost = new ArrayList<>();
        design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
        return new Inference(
                "exact",
                design.rows(),
                0,
                List.of(),
                Double.POSITIVE_INFINITY,
                1,
                design.provenance().path() == EstimationPath.MOMENTS ? "moments" : "rows",
                design.provenance().reason(),
                Optional.empty(),
                lost,
                false);
    }
}
