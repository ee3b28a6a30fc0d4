package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.StaggeredPanel.Row;
import org.canbao.result.Fit;
import org.canbao.result.ImputationFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imputation by the formulas of the paper on matrices with a column per unit and period. */
class ImputationOracleTest {
    private static final double EXACT = 1e-10;

    @TempDir
    Path folder;

    private static final ToIntFunction<Row> COHORT_TIME = row -> 100 * row.cohort() + row.time();

    /** What standard errors are made of: the cluster of a row, the effects that are alike, and the average's clusters. */
    private record Errors(ToIntFunction<Row> cluster, ToIntFunction<Row> alike, boolean leaveOut) {
        int clusters(List<Row> rows) {
            return rows.stream().mapToInt(cluster).max().orElseThrow() + 1;
        }
    }

    /** Estimate and standard error of w'τ. */
    private record Truth(double estimate, double stdError) {}

    @ParameterizedTest
    @EnumSource(
            value = EstimationPath.class,
            names = {"MOMENTS", "ROWS"})
    void panel(EstimationPath path) {
        List<Row> rows = StaggeredPanel.of(1, 28, 1).rows();
        ImputationFit fit = fit(new StaggeredPanel(rows), "unit: unit, controls: x, weights: w, horizon: true", path);
        compare(fit, rows, new Errors(Row::unit, COHORT_TIME, false), true);
    }

    @ParameterizedTest
    @EnumSource(
            value = EstimationPath.class,
            names = {"MOMENTS", "ROWS"})
    void repeatedCrossSections(EstimationPath path) {
        List<Row> rows = StaggeredPanel.of(2, 40, 1).rows().stream()
                .map(row ->
                        new Row(row.unit() % 4 * 5 + row.unit() / 20, row.time(), row.cohort(), row.x(), 1, 0, row.y()))
                .toList();
        ImputationFit fit = fit(
                new StaggeredPanel(rows),
                "fixed_effects: [unit, time], cluster: [state], controls: x, horizon: true",
                path);
        compare(fit, rows, new Errors(row -> row.unit() / 5, COHORT_TIME, false), true);
    }

    @Test
    void withoutTheCovariate() {
        List<Row> rows = StaggeredPanel.of(3, 20, 1).rows();
        ImputationFit fit = fit(new StaggeredPanel(rows), "unit: unit, weights: w, horizon: true", EstimationPath.AUTO);
        compare(fit, rows, new Errors(Row::unit, COHORT_TIME, false), false);
    }

    @ParameterizedTest
    @EnumSource(
            value = EstimationPath.class,
            names = {"MOMENTS", "ROWS"})
    void eachUnitLeftOut(EstimationPath path) {
        List<Row> rows = StaggeredPanel.of(4, 28, 1).rows();
        ImputationFit fit = fit(
                new StaggeredPanel(rows), "unit: unit, controls: x, weights: w, horizon: true, leave_out: true", path);
        compare(fit, rows, new Errors(Row::unit, COHORT_TIME, true), true);
    }

    /** Clusters with several units of a cohort, and of several cohorts. */
    @ParameterizedTest
    @ValueSource(strings = {"cohort-time", "horizon"})
    void eachClusterOfUnitsLeftOut(String averages) {
        List<Row> rows = StaggeredPanel.of(5, 40, 1).rows();
        ImputationFit fit = fit(
                new StaggeredPanel(rows),
                "unit: unit, cluster: [state], controls: x, weights: w, horizon: true, leave_out: true, averages: "
                        + averages,
                EstimationPath.AUTO);
        ToIntFunction<Row> alike = averages.equals("horizon") ? row -> row.time() - row.cohort() : COHORT_TIME;
        compare(fit, rows, new Errors(row -> row.unit() / 5, alike, true), true);
    }

    private void compare(ImputationFit fit, List<Row> rows, Errors errors, boolean covariate) {
        assertThat(fit.leaveOut()).isEqualTo(errors.leaveOut);
        Truth overall = truth(rows, row -> true, errors, covariate);
        assertThat(fit.att().estimate()).isCloseTo(overall.estimate, offset(EXACT));
        assertThat(fit.att().stdError()).isCloseTo(overall.stdError, offset(EXACT));
        assertThat(fit.by()).isNotEmpty();
        for (Fit.AtTime at : fit.by()) {
            Truth one = truth(rows, row -> row.time() - row.cohort() == at.at(), errors, covariate);
            assertThat(at.estimate()).isCloseTo(one.estimate, offset(EXACT));
            assertThat(at.stdError()).isCloseTo(one.stdError, offset(EXACT));
        }
    }

    private ImputationFit fit(StaggeredPanel panel, String keys, EstimationPath path) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            Sample sample = panel.load(engine, folder);
            return (ImputationFit) Estimators.estimate(
                    SpecReader.read("{model: imputation, outcome: y, cohort: g, time: time, " + keys + "}", "s"),
                    sample,
                    new EstimationOptions(1, path));
        }
    }

    private static Truth truth(List<Row> rows, Predicate<Row> wanted, Errors errors, boolean covariate) {
        int n = rows.size();
        int units = rows.stream().mapToInt(Row::unit).max().orElseThrow() + 1;
        double[][] z = new double[n][units + StaggeredPanel.PERIODS + 1];
        double total = 0;
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            z[i][row.unit()] = 1;
            z[i][units + row.time() - 1] = 1;
            z[i][units + StaggeredPanel.PERIODS] = covariate ? row.x() : 0;
            total += row.d() == 1 && wanted.test(row) ? row.w() : 0;
        }
        double[] right = new double[z[0].length];
        double[] moment = new double[z[0].length];
        double[][] gram = new double[z[0].length][z[0].length];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            double w = row.d() == 1 && wanted.test(row) ? row.w() / total : 0;
            for (int a = 0; a < gram.length; a++) {
                right[a] += w * z[i][a];
                moment[a] += row.d() == 0 ? row.w() * z[i][a] * row.y() : 0;
                for (int b = 0; b < gram.length; b++) {
                    gram[a][b] += row.d() == 0 ? row.w() * z[i][a] * z[i][b] : 0;
                }
            }
        }
        RealMatrix inverse = new SingularValueDecomposition(new Array2DRowRealMatrix(gram))
                .getSolver()
                .getInverse();
        double[] beta = inverse.operate(moment);
        double[] projected = inverse.operate(right);
        double[] v = new double[n];
        double[] e = new double[n];
        double estimate = 0;
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            e[i] = row.y() - dot(z[i], beta);
            v[i] = row.d() == 0 ? -row.w() * dot(z[i], projected) : wanted.test(row) ? row.w() / total : 0;
            estimate += row.d() == 1 ? v[i] * e[i] : 0;
        }
        return new Truth(estimate, stdError(rows, v, e, errors));
    }

    private static double stdError(List<Row> rows, double[] v, double[] e, Errors errors) {
        double[] scores = new double[errors.clusters(rows)];
        for (int i = 0; i < v.length; i++) {
            Row row = rows.get(i);
            double average = row.d() == 0 ? 0 : average(rows, row, v, e, errors);
            scores[errors.cluster.applyAsInt(row)] += v[i] == 0 ? 0 : v[i] * (e[i] - average);
        }
        double variance = 0;
        for (double score : scores) {
            variance += score * score;
        }
        return Math.sqrt(variance);
    }

    private static double average(List<Row> rows, Row like, double[] v, double[] e, Errors errors) {
        double[] sum = new double[errors.clusters(rows)];
        double[] product = new double[sum.length];
        int own = errors.cluster.applyAsInt(like);
        for (int i = 0; i < v.length; i++) {
            Row row = rows.get(i);
            int cluster = errors.cluster.applyAsInt(row);
            boolean alike = row.d() == 1 && errors.alike.applyAsInt(row) == errors.alike.applyAsInt(like);
            if (alike && !(errors.leaveOut && cluster == own)) {
                sum[cluster] += v[i];
                product[cluster] += v[i] * e[i];
            }
        }
        return dot(sum, product) / dot(sum, sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
