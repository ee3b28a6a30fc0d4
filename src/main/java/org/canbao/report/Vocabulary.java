package org.canbao.report;

import java.util.Arrays;
import org.canbao.spec.Text;

/**
 * Every fixed word of the exhibits, in both languages. {@code {0}}, {@code {1}} … stand for what {@link #text} or
 * {@link #in} put there.
 */
public enum Vocabulary implements Words {
    // Under every exhibit.
    SIMULATED("Simulated data: these numbers are not findings.", "模拟数据：表中数字不是研究发现。"),
    NOTES("Notes:", "注："),
    LEGEND("*** p<0.01, ** p<0.05, * p<0.1", "***、**、*分别表示p<0.01、p<0.05、p<0.1。"),

    // Cells.
    YES("Yes", "是"),
    NO("No", "否"),
    OMITTED("omitted", "略去"),
    REFERENCE("{0} (reference)", "{0}（基期）"),

    // Rows of a regression table.
    INTERCEPT("Constant", "常数项"),
    CONTROLS("Controls", "控制变量"),
    CONTROLS_NAMED("Controls: {0}", "控制变量：{0}"),
    FIXED_EFFECTS("{0} fixed effects", "{0}固定效应"),
    SPECIFIC_SLOPES("{0}-specific slopes in {1}", "{1}的{0}特定斜率"),
    OBSERVATIONS("Observations", "观测值"),
    R2("R²", "R²"),
    R2_ADJUSTED("Adjusted R²", "调整的R²"),
    R2_WITHIN("Within R²", "组内R²"),
    PSEUDO_R2("Pseudo R²", "伪R²"),
    LOG_LIKELIHOOD("Log likelihood", "对数似然值"),
    DEVIANCE("Deviance", "偏差"),
    ITERATIONS("Iterations", "迭代次数"),
    LEVELS("Levels of the outcome", "被解释变量的等级"),
    LEVEL_ROWS("{0} ({1})", "{0}（{1}）"),
    CUTS("Cut points", "切点"),
    MARGINAL_EFFECTS("Average marginal effects", "平均边际效应"),
    MARGINAL_CHANGE("{0} (from {1})", "{0}（由{1}变化）"),
    MARGINAL_LEFT_OUT("{0}: cannot be estimated, as {1} was left out", "{0}：{1}被剔除，无法估计"),
    MARGINAL_MISSING("Without a marginal effect", "无边际效应的变量"),
    MARGINAL_NOTE("Average marginal effects.", "报告平均边际效应。"),
    MARGINAL_NOTE_ON("Average marginal effects: {0}.", "报告平均边际效应：{0}。"),
    ON_PROBABILITY("Probability of {0}", "{0}的概率"),
    FIRST_STAGE_F("First-stage F ({0})", "第一阶段F值（{0}）"),
    EFFECTIVE_F("Effective F", "有效F值"),
    RANK_F("Kleibergen–Paap F", "Kleibergen–Paap F值"),
    WEAK_ROBUST_P("Anderson–Rubin test (p-value)", "Anderson–Rubin检验（p值）"),
    HANSEN_P("Hansen J (p-value)", "Hansen J检验（p值）"),
    SARGAN_P("Sargan test (p-value)", "Sargan检验（p值）"),
    CLUSTERS("Clusters ({0})", "聚类数（{0}）"),
    OUTCOME_MEAN("Mean of outcome", "被解释变量均值"),
    EVENT_TIME("Event time", "相对时间"),
    EVENT_TIME_AT("Event time {0}", "相对时间{0}"),
    PRETREND_P("Pre-trend test (p-value)", "平行趋势检验（p值）"),
    DISCONTINUITY("Discontinuity at {0}", "断点{0}处的跳跃"),
    DISCONTINUITIES("Discontinuity at the cutoff", "断点处的跳跃"),
    POLYNOMIAL_ORDER("Polynomial order", "多项式阶数"),
    POLYNOMIAL_SIDES("Sides", "断点两侧"),
    SIDES_COMMON("common", "共同"),
    SIDES_SEPARATE("separate", "分别"),
    PERMUTATION_P("Permutation p-value", "置换检验p值"),
    PERMUTATION_DRAWS("Permutation draws", "置换次数"),

    // Columns in notes.
    COLUMN("Column {0}: {1}", "列{0}：{1}"),
    COLUMNS("Columns {0}: {1}", "列{0}：{1}"),
    COLUMN_NUMBER("({0})", "（{0}）"),
    COLUMN_RANGE("{0}–{1}", "{0}—{1}"),

    // What the standard errors are.
    AND("{0} and {1}", "{0}和{1}"),
    SE_CLUSTERED("Standard errors clustered by {0} in parentheses.", "括号内为聚类到{0}层面的标准误。"),
    SE_CLUSTERED_TYPE("Standard errors ({1}) clustered by {0} in parentheses.", "括号内为聚类到{0}层面的标准误（{1}）。"),
    SE_ROBUST("Heteroskedasticity-robust standard errors ({0}) in parentheses.", "括号内为异方差稳健标准误（{0}）。"),
    SE_IID("Standard errors under homoskedastic errors in parentheses.", "括号内为同方差假设下的标准误。"),
    SE_OTHER("Standard errors ({0}) in parentheses.", "括号内为标准误（{0}）。"),
    SE_JACKKNIFE("Jackknife standard errors in parentheses.", "括号内为刀切法标准误。"),
    SE_JACKKNIFE_CLUSTERED(
            "Jackknife standard errors in parentheses, clusters by {0} left out one at a time.",
            "括号内为逐一剔除{0}层面聚类的刀切法标准误。"),
    SE_DRAWS(
            "Standard deviations over the draws in parentheses; stars are those of the randomization test.",
            "括号内为各次随机分配的标准差；星号依据随机化检验。"),
    SE_INFLUENCE("Standard errors from influence functions in parentheses.", "括号内为依据影响函数计算的标准误。"),
    SE_MULTIPLIER("Multiplier-bootstrap standard errors in parentheses.", "括号内为乘子自助法标准误。"),
    SE_MULTIPLIER_CLUSTERED(
            "Multiplier-bootstrap standard errors clustered by {0} in parentheses.", "括号内为聚类到{0}层面的乘子自助法标准误。"),
    SE_REPAIRED(
            "The multi-way covariance was not positive semi-definite; its negative eigenvalues were set to zero.",
            "多维聚类的协方差矩阵非半正定，其负特征值已置为零。"),
    SATTERTHWAITE(
            "p-values by t distributions with each coefficient's own Satterthwaite degrees of freedom.",
            "p值依据t分布，自由度按各系数的Satterthwaite近似计算。"),
    BOOTSTRAP_NOTE("Wild cluster bootstrap test of {0} = {1}: p = {2} ({3}).", "{0} = {1}的wild聚类自助法检验：p = {2}（{3}）。"),
    BOOTSTRAP_DRAWS("{0} draws, {1} weights", "{0}次抽样，{1}权重"),
    BOOTSTRAP_ENUMERATED("all {0} vectors of signs", "全部{0}种正负号组合"),
    WEIGHTED("Weighted by {0} (analytic weights).", "以{0}为分析权重加权。"),

    // What was left out.
    ROW("1 row", "1行"),
    ROWS("{0} rows", "{0}行"),
    LOST("Not used: {0}.", "未使用{0}。"),
    LOST_WHERE("{0} outside its condition", "不满足该列样本条件的{0}"),
    LOST_WINDOW("{0} with {1} outside the window", "{1}在窗口之外的{0}"),
    LOST_MISSING("{0} with missing {1}", "{1}缺失的{0}"),
    LOST_INFINITE("{0} with infinite {1}", "{1}为无穷大的{0}"),
    LOST_SINGLETON("{0} (singletons in {1})", "{1}中的单例{0}"),
    LOST_FLAT("{0} (no variation of the outcome in {1})", "{1}中被解释变量无变化的{0}"),
    LOST_SEPARATED("{0} (separated: perfectly predicted)", "被完全预测（分离）的{0}"),
    LOST_OTHER("{0} ({1})", "{0}（{1}）"),
    OMITTED_EMPTY("{0} omitted: zero in every row used.", "{0}在所用的行中恒为零，略去。"),
    OMITTED_ABSORBED("{0} omitted: absorbed by the fixed effects.", "{0}被固定效应吸收，略去。"),
    OMITTED_ABSORBED_BY("{0} omitted: absorbed by {1}.", "{0}被{1}吸收，略去。"),
    OMITTED_COLLINEAR("{0} omitted: collinear with {1}.", "{0}与{1}共线，略去。"),
    OMITTED_COLLINEAR_ALONE("{0} omitted: collinear.", "{0}因共线略去。"),
    CONTROLS_ARE("Controls: {0}.", "控制变量：{0}。"),
    CONTROLS_IN("Controls in column {0}: {1}.", "列{0}的控制变量：{1}。"),
    CONTROLS_IN_SEVERAL("Controls in columns {0}: {1}.", "列{0}的控制变量：{1}。"),
    DRAWS_MISSING("Placebo draws without an estimate, left out: {0}.", "未计入无法估计的{0}次置换。"),
    PERMUTATION_NOTE(
            "Permutation p-value: (c + 1)/(n + 1), with c of the n placebo estimates at least as large in absolute"
                    + " value as the actual one.",
            "置换检验p值为(c + 1)/(n + 1)，其中n为置换次数，c为绝对值不小于真实估计值的安慰剂估计个数。"),

    // Descriptive statistics.
    VARIABLE("Variable", "变量"),
    STAT_N("N", "观测值"),
    STAT_SUM("Total", "合计"),
    STAT_MEAN("Mean", "均值"),
    STAT_SD("Std. dev.", "标准差"),
    STAT_MIN("Min", "最小值"),
    STAT_P25("P25", "25分位数"),
    STAT_MEDIAN("Median", "中位数"),
    STAT_P75("P75", "75分位数"),
    STAT_MAX("Max", "最大值"),
    LEVEL_MISSING("{0} with missing {1} are in no column.", "{1}缺失的{0}不在任何一列中。"),
    SHARE_PERCENT("Share (%)", "占比（%）"),
    SHARE_INTERVAL("95% interval", "95%置信区间"),
    SHARE_COUNT("Counted", "人数"),
    SHARE_BASE("Base", "基数"),
    SHARE_WEIGHTED("Weighted share (%)", "加权占比（%）"),
    SHARE_WEIGHTED_INTERVAL("Weighted, 95% interval", "加权占比95%置信区间"),
    SHARE_NOTE(
            "Intervals: Wilson score. Every share is the rows counted over the rows of its base.",
            "置信区间为Wilson得分区间。占比为计入行数与基数行数之比。"),
    SHARE_WEIGHT_NOTE(
            "Weighted shares use {0}; their intervals have the effective size of the base, without clusters and strata of the survey.",
            "加权占比以{0}加权，其区间按有效样本量计算，未考虑调查的整群和分层。"),
    TYPOLOGY_COUNT("Number", "数量"),
    TYPOLOGY_SHARE("Share (%)", "占比（%）"),
    TYPOLOGY_LEFT("{0}: {1} are of none of the classes shown.", "{0}：{1}不属于所列类别。"),
    SHARE_LEFT("{0}: {1} of the base without a value or level are left out.", "{0}：基数中{1}因取值或分组缺失未计入。"),
    WEIGHT_NEEDED("Rows without a positive weight are left out.", "未计入没有正权重的行。"),
    QUANTILES_WEIGHTED(
            "Weighted quantiles: the smallest value whose cumulative share of the weights exceeds the probability.",
            "加权分位数：累计权重份额超过相应概率的最小取值。"),

    // One estimate, at the terminal.
    ESTIMATE("Estimate", "估计值"),
    STD_ERROR("Std. error", "标准误"),
    STATISTIC("t", "t值"),
    P_VALUE("p", "p值"),
    CONF_LOW("95% low", "95%下限"),
    CONF_HIGH("95% high", "95%上限"),
    ROWS_AT("Rows", "行数"),
    MODEL("Model", "模型"),
    OUTCOME("Outcome", "被解释变量"),
    ABSORBED("Fixed effects", "固定效应"),
    ABSORBED_LEVELS("{0} ({1} levels)", "{0}（{1}组）"),
    COVARIANCE("Covariance", "协方差"),
    CLUSTER_COUNT("Clusters", "聚类数"),
    CLUSTER_GROUPS("{0} ({1})", "{0}（{1}）"),
    PARAMETERS("Parameters counted (K)", "计入的参数个数（K）"),
    DEGREES("Degrees of freedom", "自由度"),
    FACTOR("Correction factor", "小样本修正系数"),
    PATH("Computed from", "计算路径"),
    PATH_BECAUSE("{0} ({1})", "{0}（{1}）"),
    WEIGHTS("Weights", "权重"),
    REPAIRED("Repaired", "修正"),
    ROWS_LOST("Rows not used", "未使用的行"),
    DROPPED("Remark", "说明"),
    PRETREND("Pre-trend test", "平行趋势检验"),
    FIRST_STAGE("First stage of {0}", "{0}的第一阶段"),
    FIRST_STAGE_OF("Instruments in the first stage of {0}", "{0}第一阶段中的工具变量"),
    FIRST_STAGE_ROBUST("First stage of {0}, with the covariance above", "{0}的第一阶段（按上述协方差）"),
    EFFECTIVE("Effective first-stage F", "第一阶段有效F值"),
    EFFECTIVE_OF("{0} (5% critical value for a bias of {2}: {1})", "{0}（偏误{2}的5%临界值：{1}）"),
    RANK("Kleibergen–Paap rank test", "Kleibergen–Paap秩检验"),
    RANK_OF("{0}, F = {1}", "{0}，F = {1}"),
    CHI_SQUARED("χ²({1}) = {0}, p = {2}", "χ²({1}) = {0}，p = {2}"),
    EXOGENEITY("Wu–Hausman test of exogeneity", "Wu–Hausman外生性检验"),
    OVERIDENTIFICATION("Overidentification", "过度识别"),
    EXACTLY_IDENTIFIED("exactly identified: nothing to test", "恰好识别，无从检验"),
    HANSEN("Hansen J test of overidentification", "Hansen J过度识别检验"),
    SINGULAR_MOMENTS(
            "not computed: the covariance of the instruments' moments is singular (too few clusters?)",
            "未计算：工具变量矩条件的协方差矩阵奇异（聚类数过少？）"),
    SARGAN("Sargan test of overidentification (homoskedastic errors)", "Sargan过度识别检验（同方差）"),
    WEAK_ROBUST("Anderson–Rubin test", "Anderson–Rubin检验"),
    WEAK_ROBUST_SET("Anderson–Rubin 95% confidence set", "Anderson–Rubin 95%置信集"),
    NO_VALUE("no value", "无取值"),
    WALD("F({1}, {2}) = {0}, p = {3}", "F({1}, {2}) = {0}，p = {3}"),
    DEGREES_OWN("{0} to {1}, Satterthwaite, by coefficient", "{0}至{1}（各系数的Satterthwaite自由度）"),
    BOOTSTRAP("Wild cluster bootstrap", "wild聚类自助法"),
    BOOTSTRAP_NULL("{0} = {1}", "{0} = {1}"),
    BOOTSTRAP_TEST(
            "{0}: t = {1}, p = {2}, 95% interval [{3}, {4}] ({5})", "{0}：t = {1}，p = {2}，95%置信区间[{3}, {4}]（{5}）"),
    BOOTSTRAP_UNRESTRICTED("{0}, null hypothesis not imposed", "{0}，未施加原假设"),
    RUNNING("Running variable", "驱动变量"),
    CUTOFF("Cutoff", "断点"),
    TREATED_RIGHT("{0} (treated at and above)", "{0}（断点及以上为处理侧）"),
    TREATED_LEFT("{0} (treated below)", "{0}（断点以下为处理侧）"),
    WINDOW("Window", "窗口"),
    MEANS_AT_CUTOFF("Outcome at the cutoff", "断点处的被解释变量"),
    MEANS_OF_SIDES("untreated {0} ({1}), treated {2} ({3})", "未处理侧{0}（{1}），处理侧{2}（{3}）"),
    KERNEL("Kernel", "核函数"),
    KERNEL_TRIANGULAR("triangular", "三角核"),
    KERNEL_EPANECHNIKOV("Epanechnikov", "Epanechnikov核"),
    KERNEL_UNIFORM("uniform", "均匀核"),
    BANDWIDTH("Bandwidth", "带宽"),
    BANDWIDTH_GIVEN("given", "给定"),
    BANDWIDTH_ALL("whole sample", "全样本"),
    BANDWIDTHS("Bandwidth (left / right)", "带宽（左／右）"),
    EFFECTIVE_ROWS("Effective observations (left / right)", "有效观测值（左／右）"),
    LEFT("Left", "左侧"),
    RIGHT("Right", "右侧"),
    BOTH_SIDES("{0} / {1}", "{0}／{1}"),
    SIDES_OF_CUTOFF("Sides of the cutoff", "断点两侧"),
    ROWS_EFFECTIVE("Effective observations", "有效观测值"),
    ROWS_FOR_BIAS("Observations within b", "b以内的观测值"),
    UNIQUE_VALUES("Unique values", "不同取值数"),
    CLUSTERS_OF_SIDE("Clusters", "聚类数"),
    ORDER_ESTIMATE("Order of the estimate (p)", "估计的多项式阶数（p）"),
    ORDER_BIAS("Order of the bias (q)", "偏误的多项式阶数（q）"),
    H("Bandwidth of the estimate (h)", "估计带宽（h）"),
    B("Bandwidth of the bias (b)", "偏误带宽（b）"),
    RHO("h/b", "h/b"),
    VALUE_AT_CUTOFF("Outcome at the cutoff", "断点处的被解释变量"),
    DERIVATIVE("Derivative that jumps", "跳跃的导数阶数"),
    TREATMENT("Treatment (fuzzy design)", "处理变量（模糊断点）"),
    COVARIATES("Covariates", "协变量"),
    MASS_POINTS("Mass points", "重复取值"),
    MASS_ADJUST("adjusted for", "已调整"),
    MASS_CHECK("checked", "仅检查"),
    MASS_OFF("not checked", "不检查"),
    SCALE("Multiplied with", "乘数"),
    WARNING("Warning", "提醒"),
    CONVENTIONAL("Conventional", "常规估计"),
    BIAS_CORRECTED("Bias-corrected", "偏误修正"),
    ROBUST("Robust", "稳健推断"),
    FIRST_STAGE_JUMP("First stage: jump of {0}", "第一阶段：{0}的跳跃"),
    Z_STATISTIC("z", "z值"),
    LEVEL_LOW("{0}% low", "{0}%下限"),
    LEVEL_HIGH("{0}% high", "{0}%上限"),
    RD_LOCAL_ERRORS(
            "Local polynomial; in brackets the robust bias-corrected {0}% confidence interval ({1}), by whose p-value the"
                    + " stars are.",
            "局部多项式估计；方括号内为稳健偏误修正的{0}%置信区间（{1}），星号依据其p值。"),
    RD_LOCAL_ERRORS_CLUSTERED(
            "Local polynomial; in brackets the robust bias-corrected {0}% confidence interval ({1}, clustered by {2}), by"
                    + " whose p-value the stars are.",
            "局部多项式估计；方括号内为稳健偏误修正的{0}%置信区间（{1}，聚类到{2}层面），星号依据其p值。"),
    WARN_MASS_POINTS(
            "{0} has {1} distinct values left of the cutoff and {2} right of it; rows that share a value are rarely"
                    + " independent draws: cluster by {0}, or compare the rows next to the cutoff with rd-randomization.",
            "{0}在断点左侧有{1}个不同取值，右侧有{2}个；取值相同的观测往往并不独立：可聚类到{0}，或用rd-randomization比较断点附近的观测。"),
    WARN_FEW_ROWS("{1} rows are too few to choose bandwidths: all rows are used.", "仅{1}行，不足以选择带宽，已使用全部观测。"),
    WARN_MANY_COVARIATES(
            "{1} parameters, covariates among them, on {2} rows within the bandwidth: covariates explain much by chance.",
            "带宽以内{2}个观测估计{1}个参数（含协变量），协变量易过度拟合。"),
    WARN_FEW_CLUSTERS(
            "{1} clusters left of the cutoff and {2} right of it within the bandwidths: so few say little about their"
                    + " variance.",
            "带宽以内断点左侧仅{1}个聚类、右侧{2}个，聚类标准误不可靠。"),
    WARN_WEAK_FIRST_STAGE("The first stage is weak: z² = {1}, below 10.", "第一阶段较弱：z² = {1}，小于10。"),
    WARN_NO_VARIATION(
            "The polynomials leave next to nothing of the outcome: standard errors of zero mean nothing.",
            "多项式几乎完全拟合被解释变量，标准误为零没有意义。"),
    COEFFICIENTS("Coefficients", "系数"),
    EVENT_TIMES("Estimates by event time", "各相对时间的估计值"),
    PLACEBO("Placebo estimates of {0}", "{0}的安慰剂估计"),
    VALUE("Value", "数值"),
    ACTUAL("Actual estimate", "真实估计值"),
    DRAWS("Draws", "置换次数"),
    DRAWS_WITHOUT("Draws without an estimate", "无法估计的次数"),
    EXTREME("Draws at least as large in absolute value", "绝对值不小于真实估计值的次数"),
    EXTREME_SHARE("Share of such draws", "所占比例"),
    SHARP_LOW("95% low of a constant effect", "恒定效应的95%下限"),
    SHARP_HIGH("95% high of a constant effect", "恒定效应的95%上限"),
    EXACT_P("Exact p-value", "精确p值"),
    DRAWS_MEAN("Mean of draws", "安慰剂估计均值"),
    DRAWS_SD("Standard deviation of draws", "安慰剂估计标准差"),
    DRAWS_QUANTILE("Quantile {0} of draws", "安慰剂估计{0}分位数"),
    FACT("{0}: {1}", "{0}：{1}"),

    // Punctuation.
    LIST_SEPARATOR(", ", "、"),
    TIMES("{0} × {1}", "{0}×{1}");

    private final Text text;

    Vocabulary(String en, String zh) {
        this.text = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return text;
    }

    /** The texts one after the other, separated as lists are in each language. */
    public static Text list(Iterable<Text> texts) {
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        for (Text each : texts) {
            en.append(en.isEmpty() ? "" : LIST_SEPARATOR.text.en()).append(each.en());
            zh.append(zh.isEmpty() ? "" : LIST_SEPARATOR.text.zh()).append(each.zh());
        }
        return new Text(en.toString(), zh.toString());
    }

    /** The texts one after the other, separated as lists are in each language. */
    public static Text list(Text... texts) {
        return list(Arrays.asList(texts));
    }
}
