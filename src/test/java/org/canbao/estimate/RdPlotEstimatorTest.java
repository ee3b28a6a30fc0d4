package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.result.Fit;
import org.canbao.result.RdPlotFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdPlotEstimatorTest {
    private static final Path CELLS = Path.of("src/test/resources/reference/simulated/data/rdcells.csv");

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

    /** The Senate data: 15 and 35 bins, and 8 and 9, are printed in rdplot's help; the others come from its formulas in R. */
    @ParameterizedTest
    @CsvSource({
        "es, 8, 9",
        "espr, 8, 9",
        "esmv, 15, 35",
        "esmvpr, 21, 36",
        "qs, 21, 16",
        "qspr, 21, 16",
        "qsmv, 28, 53",
        "qsmvpr, 29, 50"
    })
    void numbersOfBinsAreThoseOfRdplot(String rule, int left, int right) {
        Path senate = Path.of(System.getProperty("canbao.shared", "../shared"), "reference/real/data/senate.csv");
        Assumptions.assumeTrue(Files.exists(senate), "needs ../shared/reference: not here");
        engine.execute("CREATE TABLE senate AS SELECT * FROM read_csv(" + SqlText.literal(senate.toString())
                + ", header = true, nullstr = 'NA')");
        RdPlotFit.Group group = fit(
                        "outcome: vote, running: margin, cutoff: 0, bins: " + rule, TestSamples.table(engine, "senate"))
                .groups()
                .get(0);
        assertThat(List.of(group.left().bins(), group.right().bins())).containsExactly(left, right);
        assertThat(group.left().rows()).isEqualTo(595);
        assertThat(group.right().rows()).isEqualTo(702);
        assertThat(bins(group).mapToLong(RdPlotFit.Bin::rows).sum()).isEqualTo(1297);
        assertThat(bins(group)).allSatisfy(bin -> assertThat(bin.meanX()).isBetween(bin.from(), bin.to()));
        assertThat(bins(group))
                .allSatisfy(bin -> assertThat(bin.to() <= 0 || bin.from() >= 0).isTrue());
    }

    private static Stream<RdPlotFit.Bin> bins(RdPlotFit.Group group) {
        return Stream.of(group.left(), group.right()).flatMap(side -> side.points().stream());
    }

    @Test
    void monthsAreOnePointEachAndGroupsAreDrawnApart() {
        Sample cells = TestSamples.csv(engine, CELLS);
        RdPlotFit fit = fit("outcome: y, running: month, cutoff: 0, order: 2, by: migrant", cells);
        assertThat(fit.groups()).extracting(RdPlotFit.Group::name).containsExactly("0", "1");
        for (RdPlotFit.Group group : fit.groups()) {
            assertThat(group.rule()).isEqualTo("values");
            RdPlotFit.Bin first = group.right().points().get(0);
            double[] expected = new double[1];
            engine.query(
                    "SELECT avg(y) FROM data WHERE month = 0 AND migrant = " + group.name(),
                    chunk -> chunk.doubles(0, expected, 0));
            assertThat(first.x()).isEqualTo(0);
            assertThat(first.meanY()).isCloseTo(expected[0], within(1e-10));
        }
        RdPlotFit.Group alone = fit("outcome: y, running: month, cutoff: 0, order: 2, where: migrant = 1", cells)
                .groups()
                .get(0);
        assertThat(alone.right()).isEqualTo(fit.groups().get(1).right());
    }

    /** The polynomials at the cutoff are the two sides of the discontinuity with a global polynomial. */
    @ParameterizedTest
    @CsvSource({"1, separate", "2, separate", "4, separate", "1, common", "3, common"})
    void polynomialsEndWhereTheGlobalOnesDo(int order, String sides) {
        Sample cells = TestSamples.csv(engine, CELLS);
        String asked = "outcome: y, running: month, cutoff: 0, order: " + order + ", sides: " + sides
                + ", window: [-20, 24], where: migrant = 1";
        RdPlotFit.Group group = fit(asked, cells).groups().get(0);
        Fit.RdPolynomial global = (Fit.RdPolynomial) Estimators.estimate(
                SpecReader.read("{model: rd-polynomial, vcov: iid, " + asked + "}", "s"),
                cells,
                EstimationOptions.DEFAULT);
        List<RdPlotFit.Point> left = group.left().curve();
        double jump =
                group.right().curve().get(0).y() - left.get(left.size() - 1).y();
        assertThat(left.get(left.size() - 1).x()).isEqualTo(0);
        assertThat(jump)
                .isCloseTo(global.jump().estimate(), within(1e-8 * global.jump().stdError() + 1e-8));
        if (sides.equals("separate")) {
            assertThat(left.get(left.size() - 1).y())
                    .isCloseTo(global.untreated().mean(), within(1e-7));
        }
    }

    @Test
    void weightsAreCopies() {
        Sample cells = TestSamples.csv(engine, CELLS);
        engine.execute(
                "CREATE TABLE twice AS SELECT *, 1 AS w FROM data UNION ALL SELECT *, 1 FROM data WHERE month % 2 = 0");
        engine.execute("CREATE TABLE weighted AS SELECT *, CASE WHEN month % 2 = 0 THEN 2 ELSE 1 END AS w FROM data");
        String asked = "outcome: y, running: month, cutoff: 0, weights: w, number: [5, 7]";
        RdPlotFit.Group twice =
                fit(asked, TestSamples.table(engine, "twice")).groups().get(0);
        RdPlotFit.Group weighted =
                fit(asked, TestSamples.table(engine, "weighted")).groups().get(0);
        assertThat(weighted.left().points()).hasSize(5);
        for (int i = 0; i < 7; i++) {
            assertThat(weighted.right().points().get(i).meanY())
                    .isCloseTo(twice.right().points().get(i).meanY(), within(1e-9));
        }
        assertThat(weighted.left().curve().get(50).y())
                .isCloseTo(twice.left().curve().get(50).y(), within(1e-9));
        assertThat(cells.rows()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: y, running: month, cutoff: 99 | has 0 distinct values at or right of the cutoff 99",
                "outcome: y, running: month, cutoff: 34, order: 3 | and order 3 needs 4",
                "outcome: y, running: month, cutoff: 0, by: nothing | column `nothing` is not in the sample",
                "outcome: y, running: month, cutoff: 0, bins: esm | unknown value `esm` of `bins`",
                "outcome: y, running: month, cutoff: 0, number: [1, 2, 3] | expected a positive whole number, or two",
                "outcome: y, running: month, cutoff: 0, window: [1, 9] | does not have the cutoff 0 inside",
            })
    void saysWhatIsWrong(String asked, String message) {
        Sample cells = TestSamples.csv(engine, CELLS);
        assertThatThrownBy(() -> fit(asked, cells))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private static RdPlotFit fit(String asked, Sample sample) {
        return (RdPlotFit) Estimators.estimate(
                SpecReader.read("{model: rd-plot, " + asked + "}", "s"), sample, EstimationOptions.DEFAULT);
    }
}
