package org.canbao.report;

import org.canbao.spec.Text;

/** The words of exact tests. */
public enum ExactVocabulary implements Words {
    COUNTS("{0} by {1}", "{1}与{0}列联表"),
    TOTAL("Total", "合计"),
    TESTS("Exact tests of {0} between groups of {1}", "{0}在{1}各组之间的精确检验"),
    ODDS_RATIO("Odds ratio (Fisher)", "优势比（Fisher）"),
    INDEPENDENCE("Independence (Fisher)", "独立性（Fisher）"),
    MEANS("Difference of means", "均值之差"),
    MEDIANS("Difference of medians", "中位数之差"),
    AUC("Area under the ROC curve", "ROC曲线下面积"),
    SPREAD("Std. dev.", "标准差"),
    P_LESS("p smaller", "p（更小）"),
    P_GREATER("p larger", "p（更大）"),
    EXACT_P("Exact p-value: {0}", "精确p值：{0}"),
    GROUPS("Second group: {0} = {1} ({2}); first group: {3} ({4}).", "第二组：{0} = {1}（{2}）；第一组：{3}（{4}）。"),
    TABLES_ALL("{0}: all {1} tables with these margins.", "{0}：遍历全部{1}个边际相同的列联表。"),
    TABLES_DRAWN("{0}: {1} tables with these margins, drawn; p = (c + 1)/(n + 1).", "{0}：抽取{1}个边际相同的列联表；p = (c + 1)/(n + 1)。"),
    ASSIGNMENTS_ALL("{0}: all {1} assignments of rows to the groups.", "{0}：遍历全部{1}种分组方式。"),
    ASSIGNMENTS_DRAWN(
            "{0}: {1} assignments of rows to the groups, drawn; p = (c + 1)/(n + 1).",
            "{0}：抽取{1}种分组方式；p = (c + 1)/(n + 1)。"),
    ERRORS(
            "Exact tests: the second group less the first, with the standard deviation over assignments in parentheses; odds"
                    + " ratios by conditional maximum likelihood with {0}% intervals in brackets; stars by exact two-sided"
                    + " p-values.",
            "精确检验：第二组减第一组，括号内为各种分组方式下的标准差；优势比为条件极大似然估计，方括号内为{0}%置信区间；星号依据精确双侧p值。");

    private final Text pattern;

    ExactVocabulary(String en, String zh) {
        this.pattern = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
