package org.canbao.report;

import java.util.Arrays;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * Every fixed word of the exhibits, in both languages. {@code {0}}, {@code {1}} … stand for what {@link #text} or
 * {@link #in} put there.
 */
public enum Vocabulary {
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
    FIRST_STAGE_F("First-stage F ({0})", "第一阶段F值（{0}）"),
    EFFECTIVE_F("Effective F", "有效F值"),
    RANK_F("Kleibergen–Paap F", "Kleibergen–Paap F值"),
    WEAK_ROBUST_P("Anderson–Rubin test (p-value)", "Anderson–Rubin检验（p值）"),
    OVERIDENTIFIED_P("Overidentification test (p-value)", "过度识别检验（p值）"),
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

    // Discontinuities: density, plot, randomization, robustness.
    LEFT_AND_RIGHT("left {0}, right {1}", "左侧{0}，右侧{1}"),
    ROWS_OF_SIDES("Rows on each side", "两侧观测值"),
    ROWS_WITHIN("Rows within the bandwidths", "带宽内观测值"),
    BANDWIDTH_RULE("Bandwidth selector", "带宽选择"),
    BIAS_ORDER("Order of the bias correction", "偏误校正阶数"),
    DENSITY_FIT("Fit", "拟合"),
    MASS_POINTS_ADJUSTED("Repeated values", "重复取值"),
    ADJUSTED_FOR("adjusted for", "已校正"),
    TEST_VALUE("Statistic", "统计量"),
    DENSITIES("Density at the cutoff", "断点处密度"),
    DENSITY_LEFT("Left of the cutoff", "断点左侧"),
    DENSITY_RIGHT("Right of the cutoff", "断点右侧"),
    DENSITY_JUMP("Difference", "差值"),
    BINOMIAL_TESTS("Binomial tests near the cutoff", "断点附近的二项检验"),
    WINDOW_FROM_TO("[{0}, {1}]", "[{0}, {1}]"),
    LEFT_ROWS("Left", "左侧"),
    RIGHT_ROWS("Right", "右侧"),
    BINS_OF_PLOT("Bins", "分箱"),
    BINS_OF_GROUP("Bins: {0}", "分箱：{0}"),
    BIN("Bin", "箱"),
    BIN_RULE("Rule of the bins", "分箱规则"),
    BIN_MEAN("Mean of the outcome", "结果变量均值"),
    BIN_X("Mean of the running variable", "驱动变量均值"),
    RANDOMIZATION_TESTS("Randomization tests in the window", "窗口内的随机化检验"),
    DIFFMEANS("Difference of means", "均值差"),
    KS("Kolmogorov–Smirnov", "Kolmogorov–Smirnov"),
    RANKSUM("Rank sum (z)", "秩和（z）"),
    SHARE_EXTREME("Share c/n", "比例 c/n"),
    ASYMPTOTIC_P("Large-sample p-value", "大样本p值"),
    ASSIGNMENT("Assignment", "分配机制"),
    ASSIGNMENT_FIXED("fixed margins", "固定处理数"),
    ASSIGNMENT_BERNOULLI("Bernoulli", "伯努利"),
    ASSIGNMENT_DRAWS("{0} draws", "{0}次抽取"),
    ASSIGNMENT_ALL("all {0} assignments", "全部{0}种分配"),
    ASSIGNMENT_UNITS("Units of assignment", "分配单位"),
    ROWS_AS_UNITS("{0} rows", "{0}个观测值"),
    LEVELS_AS_UNITS("{0} ({1})", "{0}（{1}个）"),
    ASSIGNED_WITHIN("Assigned within", "分层"),
    NULL_EFFECT("Effect under the null", "原假设效应"),
    WINDOWS_TRIED("Balance of covariates by window", "各窗口的协变量平衡性"),
    LEAST_P("Least p-value", "最小p值"),
    BINOMIAL_P("Binomial p-value", "二项检验p值"),
    LEAST_COVARIATE("Covariate", "协变量"),
    ROBUSTNESS("Robustness of the discontinuity", "断点估计的稳健性"),
    ROBUST_BASELINE("Baseline", "基准"),
    ROBUST_CUTOFFS("Placebo cutoffs", "伪断点"),
    ROBUST_DONUTS("Donut holes (radius left out)", "甜甜圈检验（剔除半径）"),
    ROBUST_BANDWIDTHS("Bandwidths (multiples of the baseline's)", "带宽（基准带宽的倍数）"),
    ROBUST_WINDOWS("Windows (half-width)", "窗口（半宽）"),
    ROBUST_ORDERS("Polynomial orders", "多项式阶数"),
    ROBUST_COVARIATES("Covariates as outcomes", "协变量平衡性"),
    ROBUST_DENSITY("Density of the running variable", "驱动变量密度"),
    ROBUST_DENSITY_LINE("Difference at the cutoff", "断点处差值"),
    ROBUST_LOCAL_NOTE(
            "Local polynomial estimates with robust bias-corrected standard errors in parentheses; p-values and 95% intervals"
                    + " are robust and not centred on the estimates.",
            "局部多项式估计值，括号内为稳健偏误校正标准误；p值与95%置信区间均为稳健结果，不以估计值为中心。"),
    ROBUST_CUTOFF_NOTE("At placebo cutoffs only rows on their side of the true cutoff are used.", "伪断点回归仅使用其所在一侧的观测值。"),
    ROBUST_DENSITY_NOTE("The density is tested with the defaults of rddensity.", "密度检验采用rddensity默认设定。"),
    NOT_ESTIMATED("{0}, {1}: not estimated ({2}).", "{0}，{1}：未能估计（{2}）。"),

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
    OVERIDENTIFICATION("Sargan test of overidentification", "Sargan过度识别检验"),
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

    // Difference in differences beside group-time effects.
    POST_AVERAGE("Average from 0 on", "0期及以后的平均"),
    ROWS_IMPUTED("Treated rows with an effect", "有效应估计的处理组行数"),
    LOST_NOT_IMPUTED("{0} treated, without an outcome to impute from", "无法插补反事实结果的处理组{0}"),
    LOST_ALWAYS_TREATED("{0} of cohorts that are always treated", "始终处于处理状态的队列的{0}"),
    COHORT_ROWS("{0} ({1})", "{0}（{1}）"),
    COHORTS_TREATED("Cohorts with effects", "有效应估计的队列"),
    COHORTS_COMPARED("Cohorts compared with, beside the never treated", "除从未处理者外的对照队列"),
    BACON("Goodman-Bacon decomposition", "Goodman-Bacon分解"),
    BACON_COMPARISONS("Comparisons of two groups", "两组比较"),
    BACON_PAIR("{0} with {1}", "{0}对{1}"),
    BACON_SUM("Weighted sum", "加权和"),
    BACON_LATER_VS_ALWAYS("Later vs always treated", "后处理对始终处理"),
    BACON_LATER_VS_EARLIER("Later vs earlier treated", "后处理对先处理"),
    BACON_EARLIER_VS_LATER("Earlier vs later treated", "先处理对后处理"),
    BACON_TREATED_VS_UNTREATED("Treated vs untreated", "处理对从未处理"),

    WEIGHT("Weight", "权重"),
    TWFE_POSITIVE("Treated cells with a positive weight", "权重为正的处理单元数"),
    TWFE_NEGATIVE("Treated cells with a negative weight", "权重为负的处理单元数"),
    TWFE_NEGATIVE_SUM("Sum of the negative weights", "负权重之和"),
    TWFE_SPREAD("Spread of effects at which their average may be zero", "平均效应可为零时效应的最小标准差"),
    TWFE_OPPOSED("Spread of effects at which all may have the other sign", "所有效应可均为相反符号时的最小标准差"),
    HONEST_OF("Event study", "事件研究"),
    HONEST_TARGET("Effect", "目标效应"),
    HONEST_AVERAGE("average from event time 0 on", "相对时间0及以后的平均"),
    HONEST_AT("event time {0}", "相对时间{0}"),
    HONEST_PERIODS("Estimates before and after", "事前与事后估计值个数"),
    HONEST_COUNTS("{0} and {1}", "{0}和{1}"),
    HONEST_SMOOTHNESS(
            "If the slope of the difference in trends changes by at most M: fixed-length intervals",
            "趋势差异的斜率变化不超过M时：定长置信区间"),
    HONEST_MAGNITUDES(
            "If the difference in trends changes by at most M times its largest change before: conditional"
                    + " least-favourable hybrid sets",
            "趋势差异的变化不超过事前最大变化的M倍时：条件—最不利混合置信集"),
    HONEST_BOUND("M = {0}", "M = {0}"),
    HONEST_BREAKDOWN_SMOOTHNESS("Breakdown value of M (smoothness)", "M的临界值（平滑性）"),
    HONEST_BREAKDOWN_MAGNITUDES("Breakdown value of M (relative magnitudes)", "M的临界值（相对幅度）"),
    HONEST_NOT_SIGNIFICANT("none: zero is in the set even at M = 0", "无：M = 0时置信集已包含零"),
    HONEST_EFFECT("Effect without differences in trends", "无趋势差异时的效应"),
    IDENTIFIED_LOW("Identified low", "识别集下限"),
    IDENTIFIED_HIGH("Identified high", "识别集上限"),
    ESTIMATOR_EVENT_STUDY("Two-way fixed effects", "双向固定效应"),
    ESTIMATOR_SUN_ABRAHAM("Sun–Abraham", "Sun–Abraham"),
    ESTIMATOR_IMPUTATION("Imputation (Borusyak–Jaravel–Spiess)", "插补法（Borusyak–Jaravel–Spiess）"),
    ESTIMATOR_CALLAWAY_SANTANNA("Callaway–Sant'Anna", "Callaway–Sant'Anna"),

    // Group-time effects.
    ATT("ATT", "平均处理效应"),
    ATT_SIMPLE("ATT, all effects", "平均处理效应（全部效应）"),
    ATT_DYNAMIC("ATT, mean over event times", "平均处理效应（按相对时间平均）"),
    ATT_GROUP("ATT, mean over cohorts", "平均处理效应（按队列平均）"),
    ATT_CALENDAR("ATT, mean over periods", "平均处理效应（按时期平均）"),
    CONTROL_GROUP("Control group", "控制组"),
    NEVER_TREATED("never treated", "从未处理"),
    NOT_YET_TREATED("not yet treated", "尚未处理"),
    METHOD("Method", "估计方法"),
    BASE_PERIOD("Base period", "基期"),
    ANTICIPATION("Anticipation (periods)", "预期期数"),
    BOOTSTRAP_MULTIPLIER("Multiplier bootstrap", "乘子自助法"),
    DRAWS_UNIFORM("{0} draws, intervals uniform within each table", "{0}次抽样，各表内为一致置信带"),
    DRAWS_POINTWISE("{0} draws, pointwise intervals", "{0}次抽样，逐点置信区间"),
    NO_TEST("none: {0}", "无：{0}"),
    PANEL_ROWS("Rows", "行数"),
    GROUP_TIMES("Group-time effects", "各队列各时期的处理效应"),
    COHORT_IN("{0} in {1}", "{0}队列，{1}"),
    BY_COHORT("Averages by cohort", "各队列的平均效应"),
    BY_PERIOD("Averages by period", "各时期的平均效应"),
    TREATED_ROWS("Treated", "处理组"),
    CONTROL_ROWS("Controls", "控制组"),
    REASON("Reason", "原因"),
    COHORTS("Cohorts", "队列"),
    COHORT_SIZE("In the sample", "样本中"),
    COHORT_USED("Used", "使用"),
    ROLE("Role", "用途"),
    ROLE_TREATED("treated", "处理组"),
    ROLE_CONTROL("control", "控制组"),
    ROLE_DROPPED("dropped", "剔除"),
    NEVER("never", "从未处理"),
    EFFECTS_MISSING("Group-time effects without an estimate, left out of averages: {0}.", "无法估计而未计入平均的队列时期效应：{0}。"),
    COHORTS_DROPPED("Cohorts left out: {0}.", "剔除的队列：{0}。"),
    // Several tests as one family.
    FAMILY("Tests of {0} as one family", "{0}的一族检验"),
    P_BOOTSTRAP("p bootstrap", "自助法p值"),
    P_ROMANO_WOLF("p Romano–Wolf", "Romano–Wolf p值"),
    P_HOLM("p Holm", "Holm p值"),
    P_DISCOVERY("p Benjamini–Hochberg", "Benjamini–Hochberg p值"),
    FAMILY_WILD("{0} wild cluster bootstrap draws ({1}), shared by all tests", "{0}次wild聚类自助抽样（{1}），各检验共用"),
    FAMILY_ENUMERATED(
            "all {0} vectors of signs (wild cluster bootstrap, {1}), shared by all tests",
            "全部{0}种正负号组合（wild聚类自助法，{1}），各检验共用"),
    FAMILY_PAIRS("{0} draws of clusters with replacement, shared by all tests", "{0}次有放回聚类抽样，各检验共用"),

    // Differences between groups.
    GROUP_DIFFERENCES("Differences between {0} = {1} and {2}", "{0} = {1}与{2}的系数差异"),
    GROUP_IS("{0} = {1}", "{0} = {1}"),
    DIFFERENCE("Difference", "差异"),
    P_CHOW("p interaction", "交互项p值"),
    P_STACKED("p stacked", "联合估计p值"),
    P_EMPIRICAL("p empirical", "经验p值"),
    P_ONE_SIDED("one-sided share", "单侧比例"),
    GROUPS_PERMUTED(
            "Empirical p-values: (c + 1)/(n + 1) for {0} draws in which {1} exchange groups.",
            "经验p值为(c + 1)/(n + 1)，共{0}次抽样，每次在{1}之间交换组别。"),
    GROUPS_RESAMPLED(
            "Empirical p-values: (c + 1)/(n + 1) for {0} draws of {1} with replacement from both groups.",
            "经验p值为(c + 1)/(n + 1)，共{0}次抽样，每次从两组合并样本中有放回抽取{1}。"),
    GROUPS_METHODS(
            "p interaction: all terms and fixed effects interacted with the group. p stacked: covariance of both regressions together, normal distribution.",
            "交互项p值：所有变量与固定效应均与组别交互。联合估计p值：两个回归的联合协方差，正态分布。"),
    THE_ROWS("rows", "观测"),

    // Small-sample conventions, and how they differ.
    CONVENTIONS("Small-sample conventions", "小样本惯例"),
    NOTE_PERFECT_FIT(
            "Regressors and effects fit the outcome exactly: standard errors are rounding.",
            "回归元与固定效应完全拟合被解释变量：标准误仅为舍入误差。"),
    NOTE_REDUNDANT_EFFECTS(
            "The fixed effects fall into unconnected parts or contain each other: {0} parameters are identified.",
            "固定效应之间互不连通或相互包含：可识别的参数为{0}个。"),
    SE_COMPARISON("Standard errors of {0}, estimate {1}", "{0}的标准误，估计值{1}"),
    SE_ASKED("{0} (this spec)", "{0}（本设定）"),
    SE_FAMILY_IID("Homoskedastic (iid)", "同方差（iid）"),
    SE_FAMILY_ROBUST("Heteroskedasticity-robust ({0})", "异方差稳健（{0}）"),
    SE_FAMILY_CLUSTER("Clustered by {0} ({1})", "聚类到{0}（{1}）"),
    COLUMN_N("N", "N"),
    COLUMN_K("K", "K"),
    COLUMN_G("G", "G"),
    COLUMN_DF("df", "自由度"),
    COLUMN_FACTOR("Factor", "修正系数"),
    DIFFERS("{0}, {1}: standard error {2} times that of {3}: {4}.", "{0}，{1}：标准误为{3}的{2}倍：{4}。"),
    CLAUSES("{0}; {1}", "{0}；{1}"),
    DIFFERS_IN("{0}, {1}: the same standard error as {2}, but {3}.", "{0}，{1}：标准误与{2}相同，但{3}。"),
    DIFFERS_NOT("{0}: {1} the same as {2}.", "{0}：{1}与{2}相同。"),
    DIFFERS_N_KEPT(
            "N is {0}, not {1}, because rows alone in a level of a fixed effect stay",
            "N为{0}而非{1}，因为保留了固定效应某一组中仅有一行的观测"),
    DIFFERS_N_DROPPED(
            "N is {0}, not {1}, because rows alone in a level of a fixed effect are left out",
            "N为{0}而非{1}，因为剔除了固定效应某一组中仅有一行的观测"),
    DIFFERS_K("K is {0}, not {1}", "K为{0}而非{1}"),
    DIFFERS_K_NESTED(
            "K is {0}, not {1}, because fixed effects nested in the clusters count", "K为{0}而非{1}，因为嵌套于聚类变量的固定效应也计入"),
    DIFFERS_K_NOT_NESTED(
            "K is {0}, not {1}, because fixed effects nested in the clusters do not count",
            "K为{0}而非{1}，因为嵌套于聚类变量的固定效应不计入"),
    DIFFERS_K_REDUNDANT(
            "K is {0}, not {1}, because redundant levels of the fixed effects do not count",
            "K为{0}而非{1}，因为固定效应中多余的组不计入"),
    DIFFERS_G_OWN("each way of clustering has its own G/(G - 1)", "每个聚类维度各用自己的G/(G - 1)"),
    DIFFERS_G_LEAST("every way of clustering has the G/(G - 1) of the fewest", "所有聚类维度统一采用最小的G/(G - 1)"),
    DIFFERS_NORMAL("p-values are those of the normal distribution, not of t({0})", "p值依据正态分布而非t({0})"),
    DIFFERS_T_NORMAL("p-values are those of t({0}), not of the normal distribution", "p值依据t({0})而非正态分布"),
    DIFFERS_DF("p-values are those of t({0}), not of t({1})", "p值依据t({0})而非t({1})"),
    NOT_COMPUTED("{0}, {1}: not computed: {2}.", "{0}，{1}：未计算：{2}。"),
    SE_LEGEND(
            "iid and clustered covariances are multiplied with (N - 1)/(N - K), clustered ones also with G/(G - 1), hc1 with"
                    + " N/(N - K); iid divides the residual sum of squares by N - 1 first.",
            "iid与聚类协方差乘以(N - 1)/(N - K)，聚类协方差再乘以G/(G - 1)，hc1乘以N/(N - K)；iid先将残差平方和除以N - 1。"),

    // Punctuation.
    LIST_SEPARATOR(", ", "、"),
    TIMES("{0} × {1}", "{0}×{1}");

    private final Text text;

    Vocabulary(String en, String zh) {
        this.text = new Text(en, zh);
    }

    /** The words in one language, with each {@code {i}} replaced by the i-th argument's text in that language. */
    public String in(Lang lang, Object... arguments) {
        String filled = text.in(lang);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{', at)) {
            Object argument = arguments[filled.charAt(open + 1) - '0'];
            out.append(filled, at, open);
            out.append(argument instanceof Text both ? both.in(lang) : String.valueOf(argument));
            at = open + "{0}".length();
        }
        return out.append(filled, at, filled.length()).toString();
    }

    /** The words in both languages. */
    public Text text(Object... arguments) {
        return new Text(in(Lang.EN, arguments), in(Lang.ZH, arguments));
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
