package org.canbao.report;

import org.canbao.spec.Text;

/** The words of discontinuities: density, plot, randomization, robustness. */
public enum RdVocabulary implements Words {
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
    NOT_ESTIMATED("{0}, {1}: not estimated ({2}).", "{0}，{1}：未能估计（{2}）。");

    private final Text pattern;

    RdVocabulary(String en, String zh) {
        this.pattern = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
