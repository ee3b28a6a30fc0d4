package org.canbao.bench.validity;

import static org.canbao.bench.validity.Method.Promise.CONSERVATIVE;
import static org.canbao.bench.validity.Method.Promise.COVERS;
import static org.canbao.bench.validity.Method.Promise.FAILS;
import static org.canbao.bench.validity.Method.Promise.HOLDS;
import static org.canbao.bench.validity.Method.andersonRubin;
import static org.canbao.bench.validity.Method.bootstrapped;
import static org.canbao.bench.validity.Method.coefficient;
import static org.canbao.bench.validity.Method.intervalOf;

import java.util.List;
import java.util.stream.Stream;

/** The questions of the page, in its order. */
final class Questions {
    private static final String STAGGERED = ", outcome: y, cohort: g, time: time";
    private static final String BY_UNIT = ", vcov: cluster, cluster: [unit]";
    private static final String TWO_WAY = "model: ols, formula: y ~ d | unit + time" + BY_UNIT;
    private static final String SUN_ABRAHAM = "model: sun-abraham, fixed_effects: [unit, time]" + BY_UNIT + STAGGERED;
    private static final String IMPUTATION = "model: imputation, unit: unit" + STAGGERED;
    private static final String GROUP_TIMES =
            "model: callaway-santanna, unit: unit, control: not-yet-treated" + STAGGERED;
    private static final String TREATED = "model: ols, formula: y ~ treat + x, vcov: ";
    private static final String RUNNING = ", outcome: y, running: x, cutoff: 0";
    private static final String INSTRUMENT = "model: iv, formula: 'y ~ 1 | x ~ z', vcov: hc1";

    private static final Method LEFT_OUT = new Method(
            "`imputation`, `leave_out: true`", IMPUTATION + ", leave_out: true", coefficient("att"), CONSERVATIVE);

    static final List<Question> ALL = Stream.concat(
                    Stream.of(
                            oneEffect(),
                            growingEffects(),
                            trendsByCovariate(),
                            manyClusters(),
                            fewClusters(),
                            CohortQuestions.fewInEachCohort(),
                            jump(),
                            fuzzyJump(),
                            strongInstrument(),
                            weakInstrument(),
                            multiplicative(),
                            binary(),
                            ordered()),
                    Stream.concat(GroupQuestions.all().stream(), TestQuestions.all().stream()))
            .toList();

    private Questions() {}

    private static Question oneEffect() {
        return new Question(
                "Staggered adoption, one effect",
                "60 units in 8 periods, a quarter each adopting in 3, 5, 7 and never; the effect is 1, at once and for all.",
                "Nothing fails. Where all effects are the same, two-way fixed effects are unbiased and have the shortest"
                        + " intervals; estimators by cohort pay for their caution with wider ones. The intervals of"
                        + " `imputation` are conservative in large samples; with cohorts of 15 units they are a little short."
                        + " `leave_out: true` holds no unit against an average that it is part of, and cures it.",
                Populations.oneEffect(),
                List.of(
                        new Method("`ols`, two-way fixed effects", TWO_WAY, coefficient("d"), HOLDS),
                        new Method("`sun-abraham`", SUN_ABRAHAM, coefficient("att"), HOLDS),
                        new Method("`callaway-santanna`", GROUP_TIMES, coefficient("att"), HOLDS),
                        new Method("`imputation`", IMPUTATION, coefficient("att"), CONSERVATIVE),
                        LEFT_OUT));
    }

    private static Question growingEffects() {
        return new Question(
                "Staggered adoption, effects that grow",
                "The same panel; effects grow from period to period, faster in early cohorts. The truth is the mean effect"
                        + " of treated units and periods.",
                "Two-way fixed effects fail: they take units treated before for controls, so that the growth of old"
                        + " effects is subtracted from new ones. `twfe-weights` and `bacon` show by how much;"
                        + " `sun-abraham`, `callaway-santanna` and `imputation` cure it. The intervals of"
                        + " `callaway-santanna` allow for sizes of cohorts that vary from sample to sample; here they do not,"
                        + " so that it covers more. `leave_out: true` lengthens the intervals of `imputation`, here not by"
                        + " enough: it mends the averages of effects, while residuals of untreated rows stay smaller than their"
                        + " errors, as least squares leave them.",
                Populations.growingEffects(),
                List.of(
                        new Method("`ols`, two-way fixed effects", TWO_WAY, coefficient("d"), FAILS),
                        new Method("`sun-abraham`", SUN_ABRAHAM, coefficient("att"), HOLDS),
                        new Method("`callaway-santanna`", GROUP_TIMES, coefficient("att"), CONSERVATIVE),
                        new Method("`imputation`", IMPUTATION, coefficient("att"), CONSERVATIVE),
                        LEFT_OUT));
    }

    private static Question trendsByCovariate() {
        return new Question(
                "Trends that depend on a covariate",
                "300 units in 4 periods; units with more of `x` adopt more often, and have steeper trends. The effect is 1.",
                "Group-time effects without covariates fail: trends are parallel only among units with the same `x`."
                        + " `covariates: x` cures it, by regression, by weighting or by both.",
                Populations.trendsByCovariate(),
                List.of(
                        new Method("`callaway-santanna` without covariates", GROUP_TIMES, coefficient("att"), FAILS),
                        groupTimesWith("dr"),
                        groupTimesWith("reg"),
                        groupTimesWith("ipw")));
    }

    private static Method groupTimesWith(String method) {
        return new Method(
                "`covariates: x`, `method: " + method + "`",
                GROUP_TIMES + ", covariates: x, method: " + method,
                coefficient("att"),
                HOLDS);
    }

    private static Question manyClusters() {
        return new Question(
                "Shared shocks, many clusters",
                "60 clusters of 8 rows with a common shock; every third cluster is treated, to no effect.",
                "Standard errors that take rows for independent fail by far, robust to heteroskedasticity or not."
                        + " `vcov: cluster` cures it.",
                Populations.manyClusters(),
                List.of(
                        new Method("`vcov: iid`", TREATED + "iid", coefficient("treat"), FAILS),
                        new Method("`vcov: hc1`", TREATED + "hc1", coefficient("treat"), FAILS),
                        new Method("`vcov: cluster`", TREATED + "cluster, cluster: [c]", coefficient("treat"), HOLDS)));
    }

    private static Question fewClusters() {
        return new Question(
                "Shared shocks, few clusters",
                "10 clusters of 4 to 31 rows with a common shock; four are treated, to no effect.",
                "With few clusters of unequal size `vcov: cluster` (CR1, t with G − 1) is too short."
                        + " `vcov: cr2` with `p_value: satterthwaite` cures it, and so does the wild cluster bootstrap with"
                        + " the null hypothesis imposed; both may cover more often than they say.",
                Populations.fewClusters(),
                List.of(
                        new Method("`vcov: cluster`", TREATED + "cluster, cluster: [c]", coefficient("treat"), FAILS),
                        new Method(
                                "`vcov: cr2`, `p_value: satterthwaite`",
                                TREATED + "cr2, cluster: [c], p_value: satterthwaite",
                                coefficient("treat"),
                                CONSERVATIVE),
                        new Method(
                                "`wild_bootstrap`",
                                TREATED + "cluster, cluster: [c], wild_bootstrap: {coefficient: treat, draws: 1024}",
                                bootstrapped("treat"),
                                CONSERVATIVE)));
    }

    private static Question jump() {
        return new Question(
                "Regression discontinuity",
                "600 rows; a cubic that bends differently on each side and jumps by 0.5.",
                "Lines over all the data fail by far. A bandwidth that is too wide for the curve leaves a bias that the"
                        + " conventional interval does not allow for. `rd-local` with its own bandwidth, read off the `robust` row, cures it: what bias is left is small beside"
                        + " the spread of estimates, and the interval allows for it.",
                Populations.jump(),
                List.of(
                        new Method(
                                "`rd-polynomial`, lines",
                                "model: rd-polynomial, order: 1, sides: separate, vcov: hc1" + RUNNING,
                                coefficient("jump"),
                                FAILS),
                        new Method(
                                "`rd-local`, `h: 0.8`, conventional",
                                "model: rd-local, h: 0.8" + RUNNING,
                                coefficient("conventional"),
                                FAILS),
                        new Method("`rd-local`, robust", "model: rd-local" + RUNNING, coefficient("robust"), COVERS)));
    }

    private static Question fuzzyJump() {
        return new Question(
                "Fuzzy regression discontinuity",
                "1,000 rows of the same curve, where the chance of treatment jumps from 0.2 to 0.8: the effect is 0.5/0.6.",
                "Without `treatment:` the jump of the outcome is estimated, which is not the effect of the treatment."
                        + " With it the interval covers, here somewhat more often than it says.",
                Populations.fuzzyJump(),
                List.of(
                        new Method(
                                "`rd-local` without `treatment`",
                                "model: rd-local" + RUNNING,
                                coefficient("robust"),
                                FAILS),
                        new Method(
                                "`rd-local`, `treatment: treated`, robust",
                                "model: rd-local, treatment: treated" + RUNNING,
                                coefficient("robust"),
                                COVERS)));
    }

    private static Question strongInstrument() {
        return new Question(
                "An endogenous regressor",
                "300 rows; regressor and outcome share an error, and an instrument moves the regressor.",
                "Least squares fail, and no standard error helps. `iv` cures it: it is consistent, but not unbiased (with one"
                        + " instrument for one regressor it has, strictly, no mean), so that its interval alone is held to"
                        + " its word.",
                Populations.endogenous(8, 1),
                List.of(
                        new Method("`ols`", "model: ols, formula: y ~ x, vcov: hc1", coefficient("x"), FAILS),
                        new Method("`iv`", INSTRUMENT, coefficient("x"), COVERS)));
    }

    private static Question weakInstrument() {
        return new Question(
                "A weak instrument",
                "The same, but the instrument hardly moves the regressor: a first-stage F of about 2.",
                "The interval of `iv` fails (its estimate has no mean, so that no bias is given). The effective F warns"
                        + " of it, and the Anderson–Rubin set, which `iv` always reports, holds at any strength.",
                Populations.endogenous(9, 0.05),
                List.of(
                        new Method("`iv`, t interval", INSTRUMENT, intervalOf("x"), FAILS),
                        new Method("`iv`, Anderson–Rubin set", INSTRUMENT, andersonRubin(), HOLDS)));
    }

    private static Question multiplicative() {
        return new Question(
                "A multiplicative outcome",
                "500 rows with mean exp(0.5 + 0.5 x) and an error whose spread grows with `x`; the truth is 0.5.",
                "A regression of the logarithm fails: its error's mean depends on `x`. `poisson` needs only the mean to be"
                        + " right, not the distribution.",
                Populations.multiplicative(),
                List.of(
                        new Method(
                                "`ols` of log(y)",
                                "model: ols, formula: log(y) ~ x, vcov: hc1",
                                coefficient("x"),
                                FAILS),
                        new Method(
                                "`poisson`", "model: poisson, formula: y ~ x, vcov: hc1", coefficient("x"), COVERS)));
    }

    private static Question binary() {
        return new Question(
                "A binary outcome",
                "500 rows; the log-odds are 0.8 x − 0.5.",
                "Least squares estimate a slope of the probability, which is another number than the slope of the log-odds."
                        + " `logit` estimates the latter.",
                Populations.binary(),
                List.of(
                        new Method("`ols`", "model: ols, formula: y ~ x, vcov: hc1", coefficient("x"), FAILS),
                        new Method("`logit`", "model: logit, formula: y ~ x, vcov: iid", coefficient("x"), COVERS)));
    }

    private static Question ordered() {
        return new Question(
                "An ordered outcome",
                "500 rows; what is latent is 0.8 x plus an error, and seen is which of four levels it falls in: with a"
                        + " logistic error in `y`, with a normal one in `z`.",
                "Least squares estimate a slope of the level's number, which depends on where levels end. `ordered-logit`"
                        + " estimates the slope of what is latent in units of a logistic error, `ordered-probit` in units of"
                        + " a normal one: of the same outcome the latter gives another number, and it is right where errors"
                        + " are normal. In these 400 samples `ordered-logit` covers too seldom, as chance has it in one of"
                        + " ninety such experiments; in 2,000 samples each with seeds 117 and 118 it covers 95.2%.",
                Populations.ordered(),
                List.of(
                        new Method(
                                "`ols` of the level's number",
                                "model: ols, formula: y ~ x, vcov: hc1",
                                coefficient("x"),
                                FAILS),
                        new Method(
                                "`ordered-logit`",
                                "model: ordered-logit, formula: y ~ x, vcov: iid",
                                coefficient("x"),
                                COVERS),
                        new Method(
                                "`ordered-probit` of the same",
                                "model: ordered-probit, formula: y ~ x, vcov: iid",
                                coefficient("x"),
                                FAILS),
                        new Method(
                                "`ordered-probit` where errors are normal",
                                "model: ordered-probit, formula: z ~ x, vcov: iid",
                                coefficient("x"),
                                COVERS)));
    }
}
