package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.canbao.estimate.rd.RdData.Column;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.RdLocalOptions;

/** Estimates of changed rows beside those of the rows as they were. */
final class RdLocalComparison {
    private RdLocalComparison() {}

    static RdLocalFit fit(RdData data, RdLocalOptions options) {
        return RdLocal.estimate(data, options);
    }

    static RdData taken(RdData data, List<Integer> order) {
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        return new RdData(
                taken(data.running(), rows),
                taken(data.outcome(), rows),
                data.treatment().map(column -> taken(column, rows)),
                data.covariates().stream().map(column -> taken(column, rows)).toList(),
                data.weights().map(w -> taken(new Column("w", w), rows).values()),
                data.clusters()
                        .map(by -> new RdData.Clusters(
                                by.name(),
                                Arrays.stream(rows).map(i -> by.codes()[i]).toArray())));
    }

    static Column taken(Column column, int[] rows) {
        return new Column(
                column.name(),
                Arrays.stream(rows).mapToDouble(i -> column.values()[i]).toArray());
    }

    static Column mapped(Column column, DoubleUnaryOperator by) {
        return new Column(column.name(), Arrays.stream(column.values()).map(by).toArray());
    }

    static RdData withRunning(RdData data, Column running) {
        return new RdData(
                running, data.outcome(), data.treatment(), data.covariates(), data.weights(), data.clusters());
    }

    static void same(RdLocalFit found, RdLocalFit expected, double outcome, double running) {
        assertClose(found, expected, outcome, running, 1e-8);
    }

    static void assertClose(RdLocalFit found, RdLocalFit expected, double outcome, double running, double tolerance) {
        assertThat(found.left().h() / running).isCloseTo(expected.left().h(), within(tolerance));
        assertThat(found.right().b() / running).isCloseTo(expected.right().b(), within(tolerance));
        for (int row = 0; row < 3; row++) {
            assertThat(found.rows().get(row).estimate() / outcome)
                    .isCloseTo(expected.rows().get(row).estimate(), within(tolerance));
            assertThat(found.rows().get(row).stdError() / Math.abs(outcome))
                    .isCloseTo(expected.rows().get(row).stdError(), within(tolerance));
        }
    }
}
