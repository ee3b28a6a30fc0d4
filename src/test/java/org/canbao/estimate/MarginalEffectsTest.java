package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.MarginalEffects;
import org.canbao.result.Measure;
import org.canbao.result.WithMarginalEffects;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Average marginal effects: special cases, invariances, what is not known, bad input; reference cases hold the digits. */
class MarginalEffectsTest {
    private static final String CLUSTERED = "vcov: cluster, cluster: [city], marginal_effects: all";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
        engine.execute(
                "CREATE TABLE data AS SELECT *, 1 - d AS e, (latent > -1)::INTEGER + (latent > 0.5)::INTEGER AS y, (latent >"
                        + " 0.5)::INTEGER AS yes, floor(exp(0.3 * latent))::INTEGER AS visits, 2 * x AS twice, 100 * x AS cents,"
                        + " greatest(x, 0) AS bounded FROM (SELECT i, x, d, city, w, region, 0.8 * x - 0.5 * d + 0.1 * city + ln(u"
                        + " / (1 - u)) AS latent FROM (SELECT i, sin(i * 12.9898) AS x, i % 2 AS d, i % 13 AS city, i % 4 AS"
                        + " region, 1 + i % 2 AS w, (i * 0.6180339887498949) % 1 * 0.999 + 0.0005 AS u FROM range(1200) AS"
                        + " t(i)))");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aSaturatedLogitGivesTheDifferenceOfShares() {
        String asked = "formula: yes ~ d, vcov: hc0, discrete: d, marginal_effects: all";
        Coefficient change = effect(estimate("model: logit, " + asked), "d");
        Fit shares = estimate("model: ols, formula: yes ~ d, vcov: hc0");
        assertThat(change.estimate())
                .isEqualTo(shares.coefficient("d").orElseThrow().estimate(), within(1e-12));
        assertThat(change.stdError())
                .isEqualTo(shares.coefficient("d").orElseThrow().stdError(), within(1e-12));
    }

    @Test
    void aPoissonDerivativeIsTheCoefficientTimesTheMeanOfTheOutcome() {
        Fit fit = estimate("model: poisson, formula: visits ~ x + d | city, " + CLUSTERED);
        double mean = fit.measures().get(Measure.OUTCOME_MEAN);
        assertThat(effect(fit, "x").estimate())
                .isEqualTo(mean * fit.coefficient("x").orElseThrow().estimate(), within(1e-12));
    }

    @Test
    void absorbedEffectsAreAsIndicators() {
        String small = ", small_sample: {k_adjust: false}";
        Fit absorbed =
                estimate("model: logit, formula: yes ~ x + d | city, vcov: hc1, marginal_effects: [x, d]" + small);
        Fit indicators =
                estimate("model: logit, formula: yes ~ x + d + i(city), vcov: hc1, marginal_effects: [x, d]" + small);
        for (String name : List.of("x", "d")) {
            assertSame(effect(absorbed, name), effect(indicators, name), 1, 1e-11);
        }
    }

    @Test
    void aColumnOfLevelsChangesAsAnIndicatorDoes() {
        Fit levels = estimate("model: logit, formula: yes ~ x + i(d) | city, " + CLUSTERED);
        Fit indicator = estimate("model: logit, formula: yes ~ x + d | city, discrete: d, " + CLUSTERED);
        assertSame(effect(levels, "d::1"), effect(indicator, "d"), 1, 1e-11);
        Fit turned = estimate("model: logit, formula: 'yes ~ x + i(d, ref = 1) | city', " + CLUSTERED);
        assertSame(effect(turned, "d::0"), effect(indicator, "d"), -1, 1e-11);
        assertThat(effects(turned).effects())
                .extracting(MarginalEffects.Effect::from)
                .contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: logit, formula: yes ~ %s + d:%s | city, weights: w, ",
                "model: poisson, formula: visits ~ %s + (%s)^2, ",
                "model: ordered-logit, formula: y ~ %s + d*(%s), "
            })
    void rescalingAColumnRescalesItsEffectAndOrderDoesNotMatter(String spec) {
        engine.execute("CREATE TABLE mixed AS SELECT * FROM data ORDER BY i * 7 % 1201");
        Fit fit = estimate(spec.replace("(%s)", "%s").replace("%s", "x") + CLUSTERED);
        Fit rescaled = estimate(spec.replace("(%s)", "%s").replace("%s", "cents") + CLUSTERED, "mixed", 2);
        List<MarginalEffects.Effect> all = effects(fit).effects();
        for (int i = 0; i < all.size(); i++) {
            double scale = all.get(i).estimate().name().equals("x") ? 100 : 1;
            assertSame(all.get(i).estimate(), effects(rescaled).effects().get(i).estimate(), scale, 1e-9);
        }
        assertThat(FitJson.write(estimate(spec.replace("(%s)", "%s").replace("%s", "x") + CLUSTERED, "data", 1)))
                .isEqualTo(FitJson.write(fit));
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @Test
    void effectsOnTheLevelsOfAnOutcomeSumToZeroAndTwoLevelsAreALogit() {
        Fit fit = estimate("model: ordered-probit, formula: y ~ x + x^2 + i(region), " + CLUSTERED);
        for (String name : List.of("x", "region::3")) {
            assertThat(effects(fit).effects().stream()
                            .map(MarginalEffects.Effect::estimate)
                            .filter(c -> c.name().equals(name))
                            .mapToDouble(Coefficient::estimate)
                            .sum())
                    .isEqualTo(0, within(1e-14));
        }
        Fit two = estimate("model: ordered-logit, formula: yes ~ x + d, vcov: hc0, discrete: d, marginal_effects: all");
        Fit logit = estimate("model: logit, formula: yes ~ x + d, vcov: hc0, discrete: d, marginal_effects: all");
        List<MarginalEffects.Effect> high = effects(two).on(Optional.of(1.0));
        assertSame(high.get(0).estimate(), effect(logit, "x"), 1, 1e-8);
        assertSame(high.get(1).estimate(), effect(logit, "d"), 1, 1e-8);
    }

    @Test
    void anEffectDoesNotDependOnWhichCollinearColumnIsLeftOut() {
        Fit one = estimate("model: logit, formula: yes ~ x + i(region) + x:i(region), " + CLUSTERED);
        Fit other = estimate("model: logit, formula: yes ~ x:i(region) + i(region) - 1, " + CLUSTERED);
        assertThat(one.dropped()).extracting(Fit.Dropped::name).containsExactly("x:region::3");
        assertThat(effects(one).leftOut()).isEmpty();
        assertSame(effect(one, "x"), effect(other, "x"), 1, 1e-9);
        assertSame(effect(one, "region::3"), effect(other, "region::3"), 1, 1e-9);
    }

    @Test
    void whatCollinearColumnsKeepFromBeingKnownIsNamed() {
        Fit derivative = estimate("model: logit, formula: yes ~ x + d + d^2, vcov: iid, marginal_effects: all");
        assertThat(effects(derivative).leftOut()).containsExactly(new MarginalEffects.LeftOut("d", "d^2"));
        Fit change = estimate("model: logit, formula: yes ~ x + d + d^2, vcov: iid, marginal_effects: d, discrete: d");
        assertThat(effects(change).leftOut()).isEmpty();
        assertThat(effects(change).effects().get(0).terms()).containsExactly("d", "d^2");
        Fit without = estimate("model: logit, formula: yes ~ x + d, vcov: iid, marginal_effects: d, discrete: [d]");
        assertSame(effect(change, "d"), effect(without, "d"), 1, 1e-10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "model: logit, formula: yes ~ x + d, marginal_effects: [citi, x] ; CB0113 ; `citi` is in no term",
                "model: logit, formula: yes ~ x | 'city[d]', marginal_effects: d ; CB0113 ; `d` is in no term",
                "model: logit, formula: 'yes ~ x + d | city[d]', marginal_effects: all ; CB0110 ; absorbed effect `city[d]`",
                "model: poisson, formula: visits ~ x, exposure: exp(x), marginal_effects: x ; CB0110 ; in the offset `log(",
                "model: logit, formula: yes ~ city + i(city), marginal_effects: all ; CB0110 ; both as a number and as",
                "model: logit, formula: yes ~ x + d, marginal_effects: x, discrete: d ; CB0113 ; is none of those whose",
                "model: logit, formula: yes ~ i(d), marginal_effects: all, discrete: d ; CB0113 ; are changes anyway",
                "model: logit, formula: yes ~ d, discrete: d ; CB0110 ; and none are wanted",
                "model: logit, formula: yes ~ x, marginal_effects: all, discrete: x ; CB0587 ; values other than 0 and 1",
                "model: logit, formula: yes ~ sqrt(bounded), marginal_effects: all ; CB0586 ; `sqrt(bounded)` has no deriv",
                "model: logit, formula: yes ~ x + log(d + 2 * e), marginal_effects: d, discrete: d ; CB0586 ; has no value",
                "model: ols, formula: yes ~ x, marginal_effects: all ; CB0106 ; unknown key `marginal_effects`",
            })
    void saysWhatIsWrong(String spec, String code, String message) {
        CanbaoException thrown =
                catchThrowableOfType(CanbaoException.class, () -> estimate(spec.replace("'", "") + ", vcov: iid"));
        assertThat(thrown).isNotNull();
        assertThat(thrown.diagnostics().get(0).code().id()).isEqualTo(code);
        assertThat(thrown.diagnostics().get(0).message()).contains(message);
    }

    private Fit estimate(String spec) {
        return estimate(spec, "data", 2);
    }

    private Fit estimate(String spec, String table, int threads) {
        return Estimators.estimate(
                SpecReader.read("{" + quoted(spec) + "}", "spec.yaml"),
                TestSamples.table(engine, table),
                new EstimationOptions(threads, EstimationPath.AUTO));
    }

    /** Formulas with brackets or commas need quotes in a mapping of one line. */
    private static String quoted(String spec) {
        return spec.contains("'") ? spec : spec.replaceAll("formula: (.*?)(, (?=[a-z_]+: )|$)", "formula: '$1'$2");
    }

    private static MarginalEffects effects(Fit fit) {
        return ((WithMarginalEffects) fit).marginalEffects().orElseThrow();
    }

    private static Coefficient effect(Fit fit, String name) {
        return effects(fit).effects().stream()
                .map(MarginalEffects.Effect::estimate)
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSame(Coefficient one, Coefficient other, double scale, double tolerance) {
        assertThat(scale * other.estimate())
                .isEqualTo(one.estimate(), within(tolerance * (1 + Math.abs(one.estimate()))));
        assertThat(Math.abs(scale) * other.stdError())
                .isEqualTo(one.stdError(), within(tolerance * (1 + one.stdError())));
    }
}
