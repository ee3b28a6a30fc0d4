package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.report.Labels;
import org.canbao.report.table.SeComparisonCsv;
import org.canbao.report.table.SeComparisonTables;
import org.canbao.report.table.TableContext;
import org.canbao.report.table.TextTable;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.SeComparison;
import org.canbao.result.SeComparisonJson;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeComparerTest {
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

    /** Every row is what a spec that asks for it by name gives. */
    @Test
    void rowsAreSpecsOfTheirOwn() {
        Sample sample = panel().load(engine, folder);
        SeComparison comparison = compare("vcov: cluster, cluster: [province]", sample, List.of("did", "x1"));
        assertThat(comparison.missing()).isEmpty();
        for (SeComparison.Row row : comparison.rows()) {
            String vcov = row.inference().vcov();
            boolean club = row.inference().conventions().equals("clubSandwich");
            String keys = club
                    ? ", cluster: [province], p_value: satterthwaite"
                    : (vcov.equals("cluster") ? ", cluster: [province]" : "") + ", small_sample: {profile: "
                            + row.inference().conventions() + "}";
            Fit fit = estimate("vcov: " + vcov + keys, sample);
            assertThat(row.coefficients())
                    .containsExactly(
                            fit.coefficient("did").orElseThrow(),
                            fit.coefficient("x1").orElseThrow());
            assertThat(row.asked())
                    .isEqualTo(vcov.equals("cluster")
                            && row.inference().conventions().equals("fixest"));
        }
        assertThat(comparison.rows().stream()
                        .map(r -> r.inference().vcov() + ":" + r.inference().conventions()))
                .containsExactly(
                        "iid:fixest",
                        "iid:reghdfe",
                        "iid:stata-areg",
                        "iid:stata-xtreg",
                        "iid:statsmodels",
                        "hc1:fixest",
                        "hc1:reghdfe",
                        "hc1:stata-areg",
                        "hc1:statsmodels",
                        "hc3:fixest",
                        "hc3:statsmodels",
                        "cluster:fixest",
                        "cluster:reghdfe",
                        "cluster:stata-areg",
                        "cluster:stata-xtreg",
                        "cluster:statsmodels",
                        "cr2:clubSandwich",
                        "cr3:clubSandwich");
    }

    /** A spec with conventions of its own is a row too, and the one that the others are compared with. */
    @Test
    void conventionsOfOnesOwn() {
        Sample sample = panel().load(engine, folder);
        SeComparison comparison =
                compare("vcov: cluster, cluster: [province], small_sample: {k_fixef: none}", sample, List.of());
        assertThat(comparison.coefficients()).containsExactly("did");
        SeComparison.Row own = comparison.rows().stream()
                .filter(SeComparison.Row::asked)
                .findFirst()
                .orElseThrow();
        assertThat(own.inference().conventions()).isEqualTo("custom");
        assertThat(own.inference().k()).isEqualTo(2);
        String text = text(comparison);
        assertThat(text).contains("custom (this spec)").contains("times that of custom: K is 19, not 2");
    }

    @Test
    void wordsNameWhatDiffers() {
        RandomPanel alone = panel().plus(List.of(new RandomPanel.Row(999, 99, 2013, 0, 1, 0, 0.5, 1, 3)));
        SeComparison comparison = compare("vcov: cluster, cluster: [province]", alone.load(engine, folder), List.of());
        String text = text(comparison).replace('\n', ' ');
        assertThat(text)
                .contains("cluster: reghdfe the same as fixest.")
                .contains("N is 301, not 300, because rows alone in a level of a fixed effect stay")
                .contains("K is 20, not 8, because fixed effects nested in the clusters count")
                .contains("normal distribution, not of t(4)");
        assertThat(SeComparisonCsv.render(comparison).lines().count())
                .isEqualTo(1 + comparison.rows().size() + 1);
        assertThat(comparison.missing()).hasSize(1);
        assertThat(comparison.missing().get(0).conventions()).isEqualTo("statsmodels");
        assertThat(text).contains("hc3, statsmodels: not computed: row").contains("has leverage 1");
        assertThat(SeComparisonJson.write(comparison)).contains("\"conventions\" : \"stata-xtreg\"");
    }

    /** Two panels that share no year: K of fixest is one more than the identified parameters. */
    @Test
    void redundantEffectsAreNoted() {
        RandomPanel apart = new RandomPanel(
                12,
                RandomPanel.of(2, 12, 600).rows().stream()
                        .filter(r -> (r.city() <= 6) == (r.year() <= 2014))
                        .toList());
        SeComparison comparison = compare("vcov: hc1", apart.load(engine, folder), List.of("x1"));
        assertThat(text(comparison).replace('\n', ' '))
                .contains("because redundant levels of the fixed effects do not count");
        assertThat(comparison.rows().get(0).inference().kExact()).hasValue(18);
        assertThat(comparison.rows().get(0).inference().notes()).containsExactly(Inference.Note.REDUNDANT_EFFECTS);
    }

    @Test
    void aCoefficientThatIsNotThereIsNamed() {
        Sample sample = panel().load(engine, folder);
        CanbaoException error =
                catchThrowableOfType(CanbaoException.class, () -> compare("vcov: hc1", sample, List.of("x3")));
        assertThat(error.diagnostics().get(0).code()).isEqualTo(EstimateCode.NO_COEFFICIENT);
    }

    @Test
    void programsWithoutTheCovarianceAreRefused() {
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> SpecReader.read(
                        "{model: ols, formula: y ~ x, vcov: hc2, small_sample: {profile: reghdfe}}", "spec"));
        assertThat(error.diagnostics().get(0).message())
                .isEqualTo("`profile: reghdfe` has no convention for this `vcov`");
        assertThat(error.diagnostics().get(0).hints()).contains("profiles that have one: fixest, statsmodels");
    }

    /** Instruments have the conventions of two programs, likelihoods those of one; what is refused says why. */
    @Test
    void otherModelsHaveTheProgramsThatComputeThem() {
        Sample sample = panel().load(engine, folder);
        assertThat(conventions(
                        "{model: iv, formula: 'y ~ x1 | city + year | did ~ x2', vcov: cluster, cluster: [city]}",
                        sample))
                .containsExactly(
                        "iid:fixest",
                        "iid:reghdfe",
                        "hc1:fixest",
                        "hc1:reghdfe",
                        "hc3:fixest",
                        "cluster:fixest",
                        "cluster:reghdfe");
        assertThat(conventions(
                        "{model: poisson, formula: 'exp(y) ~ did + x1 | city', vcov: cluster, cluster: [city]}",
                        sample))
                .containsExactly("iid:fixest", "hc1:fixest", "hc3:fixest", "cluster:fixest");
    }

    /** Clusters are the cities, in which the effects of cities are nested: only some programs count them. */
    @Test
    void cohortsAreComparedLikeTheRegressionThatTheyAre() {
        Sample sample = StaggeredPanel.of(1, 40, 1).load(engine, folder);
        SeComparison comparison = SeComparer.compare(
                SpecReader.read(
                        "{model: sun-abraham, outcome: y, cohort: g, time: time, fixed_effects: [unit, time],"
                                + " vcov: cluster, cluster: [state]}",
                        "spec"),
                sample,
                EstimationOptions.DEFAULT,
                List.of());
        assertThat(comparison.rows().stream()
                        .filter(r -> r.inference().vcov().equals("cluster"))
                        .map(r -> r.inference().conventions()))
                .containsExactly("fixest", "reghdfe", "stata-areg", "stata-xtreg", "statsmodels");
        assertThat(comparison.rows().stream()
                        .map(r -> r.coefficients().get(0).estimate())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void modelsWithoutConventionsSayWhy() {
        Sample sample = panel().load(engine, folder);
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> SeComparer.compare(
                        SpecReader.read(
                                "{model: callaway-santanna, outcome: y, cohort: x1, time: year, control: never-treated}",
                                "spec"),
                        sample,
                        EstimationOptions.DEFAULT,
                        List.of()));
        assertThat(error.diagnostics().get(0).code()).isEqualTo(EstimateCode.NOT_COMPARABLE);
        assertThat(error.diagnostics().get(0).hints().get(0)).contains("sums squared influence, without a factor");
    }

    private static List<String> conventions(String spec, Sample sample) {
        return SeComparer.compare(SpecReader.read(spec, "spec"), sample, EstimationOptions.DEFAULT, List.of())
                .rows()
                .stream()
                .map(row -> row.inference().vcov() + ":" + row.inference().conventions())
                .toList();
    }

    private static RandomPanel panel() {
        return RandomPanel.of(1, 12, 300);
    }

    private static String text(SeComparison comparison) {
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        return TextTable.render(SeComparisonTables.of(comparison, context).get(0), Lang.EN);
    }

    private static SeComparison compare(String vcov, Sample sample, List<String> coefficients) {
        return SeComparer.compare(SpecReader.read(spec(vcov), "spec"), sample, EstimationOptions.DEFAULT, coefficients);
    }

    private static Fit estimate(String vcov, Sample sample) {
        return Estimators.estimate(SpecReader.read(spec(vcov), "spec"), sample, EstimationOptions.DEFAULT);
    }

    private static String spec(String vcov) {
        return "{model: ols, formula: 'y ~ did + x1 | city + year', " + vcov + "}";
    }
}
