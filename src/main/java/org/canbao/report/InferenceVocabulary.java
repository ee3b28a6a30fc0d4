package org.canbao.report;

import org.canbao.spec.Text;

/** The words of families of tests, differences between groups, and small-sample conventions. */
public enum InferenceVocabulary implements Words {
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
    NOTE_ALWAYS_TREATED(
            "Some cohorts are treated in all periods they are seen in: they count in event times from zero on, although nothing"
                    + " of them was seen before.",
            "部分队列在全部观测期内均处于处理状态：虽无处理前观测，仍计入第0期及以后的事件时间。"),
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
            "iid与聚类协方差乘以(N - 1)/(N - K)，聚类协方差再乘以G/(G - 1)，hc1乘以N/(N - K)；iid先将残差平方和除以N - 1。");

    private final Text pattern;

    InferenceVocabulary(String en, String zh) {
        this.pattern = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
