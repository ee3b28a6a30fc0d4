package org.canbao.fiscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.canbao.math.CounterRandom;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.table.Cell;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Lang;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.yaml.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The printed examples come out exactly, and what is paid is what is received. */
class FiscalTest {
    private static final Path CONFIGS = Path.of("configs/fiscal");

    @Test
    void theCentreSharesTheNationalStandard() {
        ScenarioSpec three = ScenarioReader.read(CONFIGS.resolve("cost-sharing.yaml"));
        assertThat(three.cities().get("linxia").subsidy())
                .containsEntry(Level.CENTRAL, new BigDecimal("464"))
                .containsEntry(Level.PROVINCE, new BigDecimal("105.4"))
                .containsEntry(Level.CITY, new BigDecimal("10.6"));
        assertThat(three.cities().get("xinzhou").subsidy().get(Level.CENTRAL)).isEqualByComparingTo("348");
        assertThat(three.cities().get("pudong").subsidy().get(Level.CENTRAL)).isEqualByComparingTo("58");
    }

    @Test
    void theExampleOfRiskAdjustmentComesOutExactly() {
        ScenarioSpec example = ScenarioReader.read(CONFIGS.resolve("risk-adjustment.yaml"));
        assertThat(RiskAdjustment.valueOfPoint(example)).isEqualByComparingTo("7");
        Share newborn = budget(example, "risk-adjusted").shares().get(0);
        assertThat(newborn.central()).isEqualByComparingTo("1050.00");
    }

    @ParameterizedTest
    @CsvSource({
        "current,         464.00, 105.40, 10.60",
        "residence,       174.00, 150.00, 876.00",
        "follows-rate,    464.00, 105.40, 630.60",
        "follows-uniform, 464.00, 160.00, 576.00"
    })
    void fromLinxiaToHangzhou(String rule, String central, String province, String city) {
        Budget budget = budget(ScenarioReader.read(CONFIGS.resolve("linxia-hangzhou.yaml")), rule);
        assertThat(perMigrant(budget, Share::central)).isEqualByComparingTo(central);
        assertThat(perMigrant(budget, Share::province)).isEqualByComparingTo(province);
        assertThat(perMigrant(budget, Share::city)).isEqualByComparingTo(city);
    }

    @Test
    void theUniformRateIsNotBelowThatOfTheOwnPeople() {
        ScenarioSpec three = ScenarioReader.read(CONFIGS.resolve("cost-sharing.yaml"));
        Share moved = budget(three, "follows-uniform").shares().stream()
                .filter(s ->
                        s.persons().hukou().equals("linxia") && s.enrolledIn().equals("pudong"))
                .findFirst()
                .orElseThrow();
        assertThat(moved.province()).isEqualByComparingTo("2912");
    }

    /** Scenarios at random: identities hold to the cent, and the centre pays what it pays today where it must. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPaidIsWhatIsReceived(long seed) {
        ScenarioSpec scenario = ScenarioReader.read(random(seed), "random.yaml");
        Fiscal fiscal = Fiscal.of(scenario);
        assertThat(fiscal.budgets()).hasSize(5);
        for (Budget budget : fiscal.budgets()) {
            assertThat(budget.paid()).isEqualByComparingTo(budget.received());
            assertThat(budget.of(Level.CENTRAL).add(budget.of(Level.PROVINCE)).add(budget.of(Level.CITY)))
                    .isEqualByComparingTo(budget.paid());
            assertThat(budget.shares())
                    .allSatisfy(s -> assertThat(s.central().min(s.province()).min(s.city()))
                            .isGreaterThanOrEqualTo(BigDecimal.ZERO));
            if (!budget.rule().equals("residence")) {
                assertThat(budget.of(Level.CENTRAL))
                        .isEqualByComparingTo(fiscal.today().of(Level.CENTRAL));
            }
        }
        FiscalReport.tables(fiscal).forEach(FiscalTest::hasNumbers);
    }

    @Test
    void migrantsWithAPremiumHaveMoreFromTheSameSum() {
        String text = random(3);
        Budget without = budget(ScenarioReader.read(text, "s.yaml"), "risk-adjusted");
        Budget with = budget(ScenarioReader.read(text.replace("premium: 0", "premium: 50"), "s.yaml"), "risk-adjusted");
        Function<Budget, BigDecimal> ofMigrants = b -> b.shares().stream()
                .filter(s -> s.persons().migrants())
                .map(Share::central)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ofMigrants.apply(with)).isGreaterThan(ofMigrants.apply(without));
        assertThat(with.of(Level.CENTRAL)).isEqualByComparingTo(without.of(Level.CENTRAL));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sharesSumToTheCent(long seed) {
        CounterRandom random = new CounterRandom(seed, "remainder", 0);
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            weights.add(BigDecimal.valueOf((long) (1000 * random.nextDouble()), i % 3));
        }
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = BigDecimal.valueOf((long) (1e9 * random.nextDouble()), 2);
        List<BigDecimal> shares = LargestRemainder.divide(amount, weights, sum);
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
        for (int i = 0; i < weights.size(); i++) {
            double exact = amount.doubleValue() * weights.get(i).doubleValue() / sum.doubleValue();
            assertThat(shares.get(i).doubleValue()).isCloseTo(exact, org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void figuresStackWhatTheLevelsPay() {
        Fiscal fiscal = Fiscal.of(ScenarioReader.read(CONFIGS.resolve("cost-sharing.yaml")));
        List<FigureModel> figures = FiscalReport.figures(fiscal, Lang.EN);
        assertThat(figures).hasSize(3);
        assertThat(figures.get(0).series())
                .hasSize(3)
                .allSatisfy(series ->
                        assertThat(((FigureModel.Stack) series).blocks()).hasSize(4));
        assertThat(FiscalReport.page(fiscal, Lang.ZH)).contains("三地", "<svg", "谁承担");
        assertThat(FiscalReport.json(fiscal)).contains("\"city:linxia\" : \"31.80\"");
    }

    private static void hasNumbers(TableModel table) {
        assertThat(table.rows().stream()
                        .filter(TableModel.Line.class::isInstance)
                        .flatMap(row -> ((TableModel.Line) row).cells().stream())
                        .filter(Cell.Number.class::isInstance))
                .as(table.id())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(((Cell.Number) cell).value()).isFinite());
    }

    private static Budget budget(ScenarioSpec scenario, String rule) {
        return Fiscal.of(scenario).budgets().stream()
                .filter(b -> b.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal perMigrant(Budget budget, Function<Share, BigDecimal> amount) {
        return FiscalTables.mean(budget, "linxia", "hangzhou", amount);
    }

    /** Three provinces with two cities each, and flows between them. */
    private static String random(long seed) {
        CounterRandom random = new CounterRandom(seed, "scenario", 0);
        StringBuilder text = new StringBuilder("scenario: random\ntitle: Random\nnational: 580\n");
        text.append("groups: {young: {points: 40.5}, old: {points: 210}}\n");
        text.append("provinces:\n  p0: {central_share: 80, region: west}\n  p1: {central_share: 60, region: centre}\n");
        text.append("  p2: {central_share: 10, region: east}\ncities:\n");
        for (int c = 0; c < 6; c++) {
            text.append("  c").append(c).append(": {province: p").append(c / 2).append(", standard: ");
            text.append(700 + 300 * (c / 2))
                    .append(", provincial: ")
                    .append(cents(random, 90))
                    .append(", income: ");
            text.append(cents(random, 90_000)).append(", members: {young: ").append(count(random));
            text.append(", old: ").append(count(random)).append("}}\n");
        }
        text.append("flows:\n");
        IntStream.range(0, 5)
                .forEach(i -> text.append("  - {from: c")
                        .append(i)
                        .append(", to: c")
                        .append((i + 1 + (int) (4 * random.nextDouble())) % 6 == i ? 5 : (i + 1) % 6)
                        .append(", persons: {young: ")
                        .append(1 + count(random))
                        .append(", old: ")
                        .append(count(random))
                        .append("}}\n"));
        return text + "uniform: {west: 33.33, other: 20}\nrisk: {premium: 0}\ncontribution: {share: 1.25}\n"
                + "sensitivity: {uniform: [0, 50.5], premium: [0, 7.5], share: [1, 2]}\n";
    }

    private static String cents(CounterRandom random, int most) {
        return BigDecimal.valueOf((long) (100 * most * random.nextDouble()), 2).toPlainString();
    }

    private static long count(CounterRandom random) {
        return (long) (100_000 * random.nextDouble());
    }
}
