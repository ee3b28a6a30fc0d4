package org.canbao.report;

import org.canbao.spec.Text;

/** The words of difference-in-differences. */
public enum DidVocabulary implements Words {
    // Difference in differences beside group-time effects.
    POST_AVERAGE("Average from 0 on", "0期及以后的平均"),
    ROWS_IMPUTED("Treated rows with an effect", "有效应估计的处理组行数"),
    EFFECTS_ALIKE("Standard errors: effects less their average over", "标准误：效应与平均效应之差，平均取自"),
    ALL_CLUSTERS("all clusters", "全部聚类"),
    OTHER_CLUSTERS("other clusters (leave-out)", "其他聚类（留一法）"),
    LOST_NOT_IMPUTED("{0} treated, without an outcome to impute from", "无法插补反事实结果的处理组{0}"),
    LOST_ALWAYS_TREATED("{0} of cohorts that are always treated", "始终处于处理状态的队列的{0}"),
    COHORT_ROWS("{0} ({1})", "{0}（{1}）"),
    COHORTS_TREATED("Cohorts with effects", "有效应估计的队列"),
    COHORTS_COMPARED("Cohorts compared with, beside the never treated", "除从未处理者外的对照队列"),
    BACON("Goodman-Bacon decomposition", "Goodman-Bacon分解"),
    BACON_COMPARISONS("Comparisons of two groups", "两组比较"),
    BACON_PAIR("{0} with {1}", "{0}对{1}"),
    BACON_SUM("Weighted sum", "加权和"),
    BACON_KIND("{0} {1} × {2}", "{0}{1}×{2}"),
    BACON_NOTE("Goodman-Bacon decomposition, weight × estimate: {0}.", "Goodman-Bacon分解（权重×估计值）：{0}。"),
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
    COHORT_IN_PERIODS("{0} in {1}", "{0}队列（{1}）"),
    COHORTS_SEPARATOR("; ", "；"),
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
    NO_ERROR("No standard error", "没有标准误"),
    ERRORS_MISSING(
            "Without a standard error, since a jackknife cannot estimate them without one cluster: {0}.",
            "因剔除某一聚类后无法估计而没有标准误：{0}。"),
    GAP("{0} (without {1}; {2})", "{0}（剔除{1}；{2}）"),
    COHORTS_DROPPED("Cohorts left out: {0}.", "剔除的队列：{0}。");

    private final Text pattern;

    DidVocabulary(String en, String zh) {
        this.pattern = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
