package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.report.TableCode;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.WildBootstrap;
import org.canbao.spec.Lang;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionTableTest {
    @Test
    void rowsStandInTheOrderAskedForAndThenWhatDescribesTheFit() {
        assertThat(keys(Fixtures.baselineTable()))
                .containsExactly(
                        "did",
                        "age",
                        "age^2",
                        "hukou",
                        "controls",
                        "fe:city",
                        "fe:year",
                        "observations",
                        "r2",
                        "r2_adj",
                        "r2_within",
                        "clusters:city",
                        "outcome_mean");
    }

    @Test
    void cellsHoldTheNumbersOfTheFit() {
        TableModel table = Fixtures.baselineTable();
        Cell.Estimate did = (Cell.Estimate) line(table, "did").cells().get(1);
        assertThat(did).isEqualTo(new Cell.Estimate(0.0641, 0.0302, 0.0377, 3));
        assertThat(line(table, "age").cells().get(0)).isEqualTo(Cell.BLANK);
        assertThat(line(table, "hukou").cells()).containsExactly(Cell.BLANK, new Cell.Omitted(), new Cell.Omitted());
        assertThat(line(table, "controls").cells())
                .containsExactly(new Cell.Flag(false), new Cell.Flag(true), new Cell.Flag(true));
        assertThat(line(table, "clusters:city").cells().get(2)).isEqualTo(Cell.BLANK);
    }

    @Test
    void neighboursWithTheSameOutcomeShareTheirHeader() {
        assertThat(Fixtures.baselineTable().groups())
                .extracting(g -> g.label().en() + " " + g.first() + " " + g.columns())
                .containsExactly("Cross-city migration 0 2", "Intends to stay & settle (5% sample) 2 1");
    }

    @Test
    void withoutRowsAllTermsAreShownInTheOrderOfTheFormulasTheConstantLast() {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("a", ols("did", "gdp", "intercept"));
        fits.put("b", ols("did", "age", "gdp", "intercept"));
        fits.put("c", ols("price", "did"));
        assertThat(keys(table(fits, 3)).subList(0, 5)).containsExactly("price", "did", "age", "gdp", "intercept");
        assertThat(keys(table(fits, 3))).doesNotContain("controls");
    }

    @Test
    void fewControlsAreNamedInTheirRow() {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("a", ols("did", "age"));
        fits.put("b", ols("did"));
        TableModel table = table(fits, 3, "did");
        assertThat(line(table, "controls").label()).isEqualTo(new Text("Controls: Age", "控制变量：年龄"));
        assertThat(notes(table)).noneMatch(n -> n.startsWith("Controls"));
    }

    @Test
    void slopesAreNotTakenForFixedEffects() {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("a", withEffects("city", "year"));
        fits.put("b", withEffects("city[year]"));
        fits.put("c", withEffects("city[[year]]", "city^year"));
        TableModel table = table(fits, 3);
        assertThat(flags(table, "fe:city")).containsExactly(true, true, false);
        assertThat(flags(table, "fe:year")).containsExactly(true, false, false);
        assertThat(flags(table, "slope:city[year]")).containsExactly(false, true, true);
        assertThat(flags(table, "fe:city^year")).containsExactly(false, false, true);
        assertThat(line(table, "slope:city[year]").label().en()).isEqualTo("City-specific slopes in year");
        assertThat(line(table, "fe:city^year").label().en()).isEqualTo("City × year fixed effects");
    }

    @Test
    void notesSayWhatWasLeftOutAndWhy() {
        assertThat(notes(Fixtures.baselineTable()))
                .containsExactly(
                        "Columns (1), (2): Standard errors clustered by city in parentheses.",
                        "Column (3): Heteroskedasticity-robust standard errors (HC1) in parentheses.",
                        "Controls in columns (2), (3): Male, Married.",
                        "Controls in column (3): GDP per head (log).",
                        "Column (2): Rural hukou omitted: absorbed by city fixed effects.",
                        "Column (3): Rural hukou omitted: collinear with age, male.",
                        "Column (2): Not used: 312 rows with missing ill in the past year, 1 row (singletons in city).",
                        "Column (3): Not used: 2,040 rows outside its condition.",
                        "Source: China Migrants Dynamic Survey.");
    }

    @Test
    void standardErrorsAreSaidInWords() {
        assertThat(errors(Fixtures.inference("iid", List.of())))
                .isEqualTo("Standard errors under homoskedastic errors in parentheses.");
        assertThat(errors(Fixtures.inference(
                        "cluster", List.of(new Inference.Clusters("city", 62), new Inference.Clusters("year", 6)))))
                .isEqualTo("Standard errors clustered by city and year in parentheses.");
        assertThat(errors(Fixtures.inference("cr2", Fixtures.BY_CITY)))
                .isEqualTo("Standard errors (CR2) clustered by city in parentheses.");
    }

    @Test
    void weightsAndRepairsAreNoted() {
        Inference plain = Fixtures.inference("cluster", Fixtures.BY_CITY);
        Inference special = new Inference(
                plain.vcov(),
                plain.n(),
                plain.k(),
                plain.clusters(),
                plain.df(),
                plain.factor(),
                plain.path(),
                plain.pathReason(),
                Optional.of("wt"),
                plain.lost(),
                true);
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("a", ols("did"));
        fits.put("b", Fixtures.regression("y", List.of(c("did")), List.of(), special));
        assertThat(notes(table(fits, 3)))
                .contains("Column (2): Weighted by wt (analytic weights).")
                .anyMatch(n -> n.startsWith("Column (2): The multi-way covariance was not positive semi-definite"));
    }

    @Test
    void bootstrapsAndOwnDegreesOfFreedomAreNoted() {
        Coefficient own = new Coefficient("did", 0.5, 0.2, 2.5, 0.04, 0.03, 0.97, OptionalDouble.of(6.25));
        Fit.Regression cr2 = Fixtures.regression(
                "y", List.of(own), List.of(), Fixtures.inference("cr3-jackknife", Fixtures.BY_CITY));
        WildBootstrap test = new WildBootstrap("did", 0, 2.5, 0.0625, -1, 2, 1024, true, "rademacher", "restricted");
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("a", cr2);
        fits.put("b", ((Fit.Regression) ols("did")).with(test));
        fits.put(
                "c",
                ((Fit.Regression) ols("did"))
                        .with(new WildBootstrap("did", 0.5, 2, 0.25, -1, 2, 9999, false, "webb", "restricted")));
        assertThat(notes(table(fits, 3)))
                .contains("Column (1): Standard errors (CR3 jackknife) clustered by city in parentheses.")
                .anyMatch(n -> n.startsWith("Column (1): p-values by t distributions"))
                .anyMatch(
                        n -> n.matches(
                                "Column \\(2\\): Wild cluster bootstrap test of .* = 0: p = 0.0625 \\(all 1,024 vectors of signs\\)."))
                .anyMatch(n -> n.matches(".* = 0.5: p = 0.2500 \\(9,999 draws, Webb weights\\)."));
        assertThat(FitText.render(cr2, Fixtures.context(), Lang.EN)).contains("6.250 to 6.250, Satterthwaite");
        assertThat(FitText.render(fits.get("b"), Fixtures.context(), Lang.EN)).contains("= 0: t = 2.5000, p = 0.0625");
    }

    @Test
    void eventTimesAscendWithTheReferenceMarked() {
        TableModel table = Fixtures.eventStudyTable();
        assertThat(keys(table))
                .containsSubsequence(
                        "did",
                        "event_time:<=-3",
                        "event_time:-2",
                        "event_time:-1",
                        "event_time:0",
                        "event_time:1",
                        "event_time:>=2",
                        "pretrend_p",
                        "permutation_p",
                        "permutation_draws");
        assertThat(line(table, "event_time:-1").label()).isEqualTo(new Text("−1 (reference)", "−1（基期）"));
        assertThat(line(table, "event_time:-1").cells()).containsExactly(new Cell.Reference(), Cell.BLANK, Cell.BLANK);
        assertThat(keys(table)).noneMatch(k -> k.startsWith("event::"));
        assertThat(line(table, "permutation_p").cells().get(1)).isEqualTo(new Cell.Number(0.36, 3, false));
    }

    @Test
    void anEventStudyShowsTheTermsAskedForInstead() {
        TableModel table = table(Map.of("a", Fixtures.eventStudy()), 3, "age");
        assertThat(keys(table)).contains("age").noneMatch(k -> k.startsWith("event_time"));
    }

    @Test
    void anEventTimeWithoutRowsIsOmittedAndNamed() {
        Fit.EventStudy full = Fixtures.eventStudy();
        Fit.Regression r = full.regression();
        Fit.Regression withEmpty = Fixtures.regression(
                r.outcome(),
                r.coefficients(),
                List.of(new Fit.Dropped("event::1", Fit.Dropped.Reason.EMPTY, List.of())),
                r.inference());
        Fit fit = new Fit.EventStudy(
                full.by().stream().filter(t -> t.at() != 1).toList(),
                full.reference(),
                full.binned(),
                full.pretrend(),
                withEmpty);
        TableModel table = table(Map.of("a", fit), 3);
        assertThat(line(table, "event_time:1").cells()).containsExactly(new Cell.Omitted());
        assertThat(notes(table)).contains("Event time 1 omitted: zero in every row used.");
        assertThat(line(table, "controls").label().en()).isEqualTo("Controls: Age");
    }

    @Test
    void drawsWithoutAnEstimateAreCountedAndNoted() {
        Fit.Placebo full = Fixtures.placebo();
        List<Fit.Draw> draws = new ArrayList<>(full.draws());
        draws.add(new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        Fit fit = new Fit.Placebo("did", full.actual(), draws, full.extreme(), full.pValue(), full.regression());
        TableModel table = table(Map.of("a", fit), 3);
        assertThat(line(table, "permutation_draws").cells()).containsExactly(Cell.Count.ofOther(99));
        assertThat(notes(table)).contains("Placebo draws without an estimate, left out: 1.");
        assertThat(FitCsv.render(fit)).contains("35 of 99 draws").contains("placebo_draw,100,,,,,");
        assertThat(FitText.render(fit, Fixtures.context(), Lang.EN)).contains("Draws without an estimate");
    }

    @Test
    void aRowThatIsInNoColumnIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> table(Fixtures.baseline(), 3, "did", "maried", "aeg"))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    assertThat(e.diagnostics()).extracting(Diagnostic::code).containsOnly(TableCode.NO_TERM);
                    assertThat(e.diagnostics()).hasSize(2);
                    assertThat(e.diagnostics().get(0).hints().get(0)).isEqualTo("did you mean `married`?");
                    assertThat(e.diagnostics().get(0).place()).isPresent();
                });
    }

    @Test
    void aColumnWithoutFitIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> RegressionTable.of(Fixtures.baselineSpec(), Map.of(), Fixtures.context()))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    assertThat(e.diagnostics().get(0).code()).isEqualTo(TableCode.NO_FIT);
                    assertThat(e.diagnostics().get(0).place()).isPresent();
                });
    }

    @Test
    void columnsInNotesAreRangesFromThreeOn() {
        assertThat(ColumnNotes.numbers(List.of(1, 2, 4, 5, 6, 9)).en()).isEqualTo("(1), (2), (4)–(6), (9)");
    }

    @Test
    void starsNeedALegend() {
        TableModel.Row row = new TableModel.Line("did", Text.of("did"), List.of(new Cell.Estimate(1, 1, 0.5, 3)));
        assertThatThrownBy(() -> new TableModel(
                        "t",
                        Text.of(""),
                        false,
                        Text.of(""),
                        List.of(),
                        List.of(new TableModel.Column(Text.of("(1)"))),
                        List.of(row),
                        List.of(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** In every format, what stands behind the number follows from the p-value beside it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void starsFollowThePValue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double p = i % 20 == 0 ? Double.NaN : StrictMath.pow(random.nextDouble(), 3);
            Coefficient c = new Coefficient("did", 1.25, 0.5, 2.5, p, 0, 1);
            Fit fit = Fixtures.regression("y", List.of(c), List.of(), Fixtures.inference("iid", List.of()));
            String stars = p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "";
            TableModel table = table(Map.of("a", fit), 3);
            assertThat(TextTable.render(table, Lang.EN)).containsPattern("1\\.250" + stars.replace("*", "\\*") + "\\s");
            assertThat(CsvTable.render(table, Lang.EN)).contains("," + stars + ",1.250" + stars + " (0.500)");
            String raised = stars.isEmpty() ? "" : "\\rlap{$^{" + stars + "}$}";
            assertThat(LatexTable.render(table, Lang.EN)).contains("& 1.250" + raised + " \\\\");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.1})
    void aPValueAtTheLimitHasTheFewerStars(double limit) {
        assertThat(Stars.of(limit).length())
                .isEqualTo(Stars.of(Math.nextDown(limit)).length() - 1);
    }

    private static String errors(Inference inference) {
        Fit fit = Fixtures.regression("y", List.of(c("did")), List.of(), inference);
        return notes(table(Map.of("a", fit), 3)).get(0);
    }

    private static Coefficient c(String name) {
        return Fixtures.coefficient(name, 0.5, 0.1, 0.001);
    }

    private static Fit ols(String... terms) {
        return Fixtures.regression(
                "y",
                List.of(terms).stream().map(RegressionTableTest::c).toList(),
                List.of(),
                Fixtures.inference("cluster", Fixtures.BY_CITY));
    }

    private static Fit withEffects(String... effects) {
        Fit.Regression r = (Fit.Regression) ols("did");
        return new Fit.Regression(
                r.model(),
                r.outcome(),
                r.coefficients(),
                r.n(),
                r.r2(),
                r.r2Adj(),
                r.r2Within(),
                r.dropped(),
                List.of(effects).stream().map(e -> new Fit.Absorbed(e, 3)).toList(),
                r.outcomeMean(),
                r.inference());
    }

    private static TableModel table(Map<String, Fit> fits, int digits, String... rows) {
        List<TableSpec.Column> columns = fits.keySet().stream()
                .map(id -> new TableSpec.Column(Fixtures.ref(id), Optional.<Text>empty()))
                .toList();
        TableSpec.Regression spec =
                new TableSpec.Regression("t", Text.of("T"), Optional.empty(), columns, Fixtures.refs(rows), digits);
        return RegressionTable.of(spec, fits, Fixtures.context());
    }

    private static List<String> keys(TableModel table) {
        return table.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .map(row -> ((TableModel.Line) row).key())
                .toList();
    }

    private static TableModel.Line line(TableModel table, String key) {
        return table.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .map(TableModel.Line.class::cast)
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Boolean> flags(TableModel table, String key) {
        return line(table, key).cells().stream()
                .map(c -> ((Cell.Flag) c).value())
                .toList();
    }

    private static List<String> notes(TableModel table) {
        return table.notes().stream().map(Text::en).toList();
    }
}
