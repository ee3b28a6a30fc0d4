package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.RandomPanel.Row;
import org.canbao.math.CounterRandom;
import org.canbao.report.Labels;
import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitText;
import org.canbao.report.table.TableContext;
import org.canbao.result.FitJson;
import org.canbao.result.RomanoWolfFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomanoWolfEstimatorTest {
    private static final String SPEC =
            "spec: {model: ols, formula: y ~ x2 + x1 | city, vcov: cluster, cluster: city}, coefficient: x2";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** All 256 vectors of signs of 8 clusters, drawn row by row, and the stepdown as its definition has it. */
    @Test
    void drawnRowByRow() {
        RandomPanel panel = RandomPanel.of(1, 8, 160);
        RomanoWolfFit fit = estimate(SPEC + ", outcomes: [y, z, w], draws: 256", panel.load(engine, folder), 1);
        assertThat(fit.enumerated()).isTrue();
        List<double[]> outcomes = List.of(
                panel.rows().stream().mapToDouble(Row::y).toArray(),
                panel.rows().stream().mapToDouble(Row::z).toArray(),
                panel.rows().stream().mapToDouble(Row::w).toArray());
        double[] actual = new double[3];
        double[][] drawn = new double[3][256];
        for (int s = 0; s < 3; s++) {
            DummyRegression model = regression(panel, outcomes.get(s));
            actual[s] = t(model, panel, 0);
            double[] fitted = restricted(panel, outcomes.get(s));
            for (int draw = 0; draw < 256; draw++) {
                double[] y = fitted.clone();
                for (int i = 0; i < y.length; i++) {
                    int sign = (draw >>> (panel.rows().get(i).city() - 1) & 1) == 0 ? 1 : -1;
                    y[i] += sign * (outcomes.get(s)[i] - fitted[i]);
                }
                drawn[s][draw] = t(regression(panel, y), panel, 0);
            }
        }
        // the factor G/(G-1) (N-1)/(N-K) is the same in all three regressions
        assertAdjusted(fit, actual, drawn, 256, 0);
    }

    /** Clusters drawn with replacement, each copy a cluster and a city of its own. */
    @Test
    void pairsDrawnRowByRow() {
        RandomPanel panel = RandomPanel.of(2, 10, 200);
        RomanoWolfFit fit = estimate(
                SPEC + ", outcomes: [y, z, w], bootstrap: pairs, draws: 60, seed: 5", panel.load(engine, folder), 1);
        List<String> names =
                IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).sorted().toList();
        double[][] drawn = new double[3][60];
        double[] actual = new double[3];
        for (int s = 0; s < 3; s++) {
            DummyRegression model = regression(panel, outcome(panel, s));
            actual[s] = t(model, panel, 0);
            for (int draw = 0; draw < 60; draw++) {
                CounterRandom random = new CounterRandom(5, "spec", draw);
                List<Row> rows = new ArrayList<>();
                for (int copy = 1; copy <= 10; copy++) {
                    int city = Integer.parseInt(names.get(random.nextInt(10)));
                    int renamed = copy;
                    panel.rows().stream()
                            .filter(r -> r.city() == city)
                            .forEach(r -> rows.add(r.with(r.x1(), r.w(), renamed)));
                }
                RandomPanel copies = new RandomPanel(10, rows);
                drawn[s][draw] = t(regression(copies, outcome(copies, s)), copies, model.b[0]);
            }
        }
        assertAdjusted(fit, actual, drawn, 61, 1);
    }

    /** p-values by definition: for each test, the draws in which the largest |t*| of the tests not before it is as large. */
    private static void assertAdjusted(
            RomanoWolfFit fit, double[] actual, double[][] drawn, double denominator, int more) {
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (a, b) -> Double.compare(actual[b], actual[a]));
        double before = 0;
        for (int i = 0; i < 3; i++) {
            int from = i;
            int s = order[i];
            long extreme = IntStream.range(0, drawn[0].length)
                    .filter(d -> IntStream.range(from, 3)
                                    .mapToDouble(k -> drawn[order[k]][d])
                                    .max()
                                    .orElseThrow()
                            >= actual[s] * (1 - 1e-9))
                    .count();
            before = Math.max(before, (extreme + more) / denominator);
            assertThat(fit.hypotheses().get(s).romanoWolf()).isCloseTo(before, within(1e-12));
            long alone = Arrays.stream(drawn[s])
                    .filter(t -> t >= actual[s] * (1 - 1e-9))
                    .count();
            assertThat(fit.hypotheses().get(s).single()).isCloseTo((alone + more) / denominator, within(1e-12));
        }
    }

    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.04), "holm") and "BH". */
    @Test
    void holmAndBenjaminiHochberg() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.04};
        assertThat(Stepdown.holm(p)).containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.09}, within(1e-15));
        assertThat(Stepdown.benjaminiHochberg(p))
                .containsExactly(new double[] {0.025, 0.04, 0.04, 0.025, 0.04}, within(1e-15));
    }

    /** One test is its own wild bootstrap; copies of one test are adjusted for nothing. */
    @Test
    void copiesAreOneTest() {
        Sample sample = RandomPanel.of(3, 30, 600).load(engine, folder);
        String ols = "{model: ols, formula: y ~ x2 + x1 | city, vcov: cluster, cluster: city}";
        RomanoWolfFit fit = estimate("specs: [" + ols + ", " + ols + "], coefficient: x2, draws: 499", sample, 1);
        assertThat(fit.hypotheses().get(0).romanoWolf())
                .isEqualTo(fit.hypotheses().get(0).single())
                .isEqualTo(fit.hypotheses().get(1).romanoWolf());
        assertThat(fit.hypotheses()).extracting(RomanoWolfFit.Hypothesis::name).containsExactly("1", "2");
    }

    @Test
    void everyFormatSaysItOnAnyThreads() {
        Sample sample = RandomPanel.of(4, 30, 600).load(engine, folder);
        String spec = SPEC + ", outcomes: [y, z, w], draws: 199, wild_weights: webb, wild_type: unrestricted";
        RomanoWolfFit fit = estimate(spec, sample, 1);
        assertThat(estimate(spec, sample, 3)).isEqualTo(fit);
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        assertThat(FitText.render(fit, context, Lang.EN))
                .contains("Tests of x2 as one family")
                .contains("199 wild cluster bootstrap draws (webb, unrestricted)");
        assertThat(FitCsv.render(fit)).contains("\np_romano_wolf,z,");
    }

    @Test
    void clustersMustBeTheSame() {
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> SpecReader.read(
                        "{model: romano-wolf, specs: [{model: ols, formula: y ~ x, vcov: cluster, cluster: a},"
                                + " {model: ols, formula: z ~ x, vcov: hc1}], coefficient: x}",
                        "spec"));
        assertThat(error.diagnostics().get(0).message())
                .isEqualTo("all regressions of a family draw the same clusters of one way");
    }

    private static double[] outcome(RandomPanel panel, int s) {
        return panel.rows().stream()
                .mapToDouble(r -> s == 0 ? r.y() : s == 1 ? r.z() : r.w())
                .toArray();
    }

    private static List<double[]> others(RandomPanel panel) {
        List<double[]> columns = new ArrayList<>();
        columns.add(panel.rows().stream().mapToDouble(Row::x1).toArray());
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> 1));
        return columns;
    }

    private static DummyRegression regression(RandomPanel panel, double[] y) {
        List<double[]> columns = others(panel);
        columns.add(0, panel.rows().stream().mapToDouble(Row::x2).toArray());
        return new DummyRegression(columns, ones(y), y);
    }

    /** What the regression without x2 fits. */
    private static double[] restricted(RandomPanel panel, double[] y) {
        double[] fitted = y.clone();
        DummyRegression without = new DummyRegression(others(panel), ones(y), y);
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] -= without.e[i];
        }
        return fitted;
    }

    private static double[] ones(double[] like) {
        double[] ones = new double[like.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double t(DummyRegression model, RandomPanel panel, double value) {
        int[] city = panel.rows().stream().mapToInt(Row::city).toArray();
        return Math.abs(model.b[0] - value) / Math.sqrt(model.clustered(0, city));
    }

    private static RomanoWolfFit estimate(String spec, Sample sample, int threads) {
        return (RomanoWolfFit) Estimators.estimate(
                SpecReader.read("{model: romano-wolf, " + spec + "}", "spec"),
                sample,
                new EstimationOptions(threads, EstimationPath.AUTO));
    }
}
