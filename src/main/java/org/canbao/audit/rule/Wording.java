package org.canbao.audit.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.canbao.report.Words;
import org.canbao.spec.Text;

/** The words between the numbers of an arithmetic. Names of rows and columns stay as the table has them. */
enum Wording implements Words {
    WHERE("{0}: {1}", "{0}：{1}"),
    NAMED("{0} {1}", "{0} {1}"),
    PRINTED("{0}{1}; printed {2}", "{0}{1}；刊印为{2}"),
    ALLOWED(" (rounding allows {0} to {1})", "（舍入允许{0}至{1}）"),
    NOTHING("", ""),
    NONE("none", "无"),
    INFINITY("infinity", "无穷大"),
    UNDEFINED("undefined", "无定义"),

    // Statements.
    COMPUTED("{0} = {1}{2}", "{0} = {1}{2}"),
    RELATED("{0} {1} {2}", "{0} {1} {2}"),
    IS_NOT("is not {0}", "不满足 {0}"),
    MAY_BE("may or may not be {0}", "未必 {0}"),

    // Text against table.
    BELOW("{0} is {1} below {2}", "{0}比{2}低{1}"),
    ABOVE("{0} is {1} above {2}", "{0}比{2}高{1}"),
    IS("{0} is {1}", "{0}即{1}"),
    IS_ANOTHER("{0} is not {1}", "{0}不是{1}"),

    // Stars and significance.
    T("t = {0} (rounding allows {1} to {2})", "t = {0}（舍入允许{1}至{2}）"),
    STARS("{0}{1} ({2}): {3}, which is {4}", "{0}{1}（{2}）：{3}，应标{4}"),
    OR("{0} or {1}", "{0}或{1}"),
    COEFFICIENTS("{0} coefficients, {1} contradict their stars", "{0}个系数，{1}个与星号矛盾"),
    COEFFICIENT("{0} coefficient, {1} contradict their stars", "{0}个系数，{1}个与星号矛盾"),
    ONLY_STARS("{0}, {1} have the only stars that rounding allows", "{0}，{1}个的星号为舍入允许的唯一可能"),
    PRINTED_STARS(
            "{0}, {1} have those of the printed numbers, where rounding allows others", "{0}，{1}个与刊印数字相符，舍入另有其他可能"),
    INSIDE_STARS("{0}, {1} have stars that hold only inside rounding", "{0}，{1}个的星号仅在舍入范围内成立"),
    LISTED("{0}: {1}", "{0}：{1}"),
    TESTED("{0}{1} ({2}): t = {3}, p = {4}: {5}", "{0}{1}（{2}）：t = {3}，p = {4}：{5}"),
    SIGNIFICANT("significant at {0}%", "在{0}%水平上显著"),
    NOT_SIGNIFICANT("not significant at {0}%", "在{0}%水平上不显著"),
    PERHAPS_SIGNIFICANT("may or may not be significant at {0}%", "在{0}%水平上是否显著取决于舍入"),

    // Counts, means and spreads.
    MAY_BE_ZERO("{0}: the total may be zero", "{0}：分母可能为零"),
    NO_NUMERATOR("no whole number over {0} gives {1}; the nearest, {2}/{0}, is {3}", "没有整数除以{0}得{1}；最接近的{2}/{0}为{3}"),
    NUMERATOR("{0}/{1} = {2}, printed {3}", "{0}/{1} = {2}，刊印为{3}"),
    NUMERATORS("{0}/{1} = {2}, printed {3} ({4} whole numbers fit)", "{0}/{1} = {2}，刊印为{3}（有{4}个整数符合）"),
    WHOLE(
            "{0} of {1} have a whole numerator, from {2} to {3}; by chance all would with probability {4}",
            "{1}个中{0}个有整数分子，自{2}至{3}；纯属偶然的概率为{4}"),
    WITHOUT("{0}; without: {1}", "{0}；没有的：{1}"),
    BINARY("mean {0} gives SD {1} to {2}, printed {3}", "均值{0}对应标准差{1}至{2}，刊印为{3}"),
    SPREADS("{0} variables, {1} over the bound", "{0}个变量，{1}个超过上界"),
    MEAN_OUTSIDE("the mean {0} is not between {1} and {2}", "均值{0}不在{1}与{2}之间"),
    SD_ABOVE("SD {0} is above sqrt((max - mean)(mean - min)) = {1}", "标准差{0}高于 sqrt((max - mean)(mean - min)) = {1}"),
    SD_WITHIN(
            "SD {0} is at most sqrt((max - mean)(mean - min)) = {1}", "标准差{0}不超过 sqrt((max - mean)(mean - min)) = {1}"),
    CONTRIBUTIONS(
            "the parts contribute {0}, {1} of all memberships; at least {2}, at most {3} overall; printed {4}",
            "各部分合计贡献{0}，占全部参保人次的{1}；总体至少{2}，至多{3}；刊印为{4}"),

    // Models.
    ONE_MORE("{0} with 1 more regressor becomes {1}{2}", "{0}增加1个变量后为{1}{2}"),
    MORE("{0} with {3} more regressors becomes {1}{2}", "{0}增加{3}个变量后为{1}{2}"),
    FALLS(": it falls by {0}, and could by {1} at most", "：下降{0}，最多只能下降{1}"),
    SATURATED(
            "cell means 0 and {0}, {1} and {2}; sum of squares between cells {3}, within {4}; adjusted R2 = {5}",
            "单元均值为0与{0}、{1}与{2}；组间平方和{3}，组内{4}；调整R2 = {5}"),

    // Orders, sets and grids.
    RISES("rises by {0} from {1} to {2}", "由{1}到{2}上升{0}"),
    FALLS_BY("falls by {0} from {1} to {2}", "由{1}到{2}下降{0}"),
    SAME("{0} and {1} members, the same: {2}", "{0}个与{1}个成员，相同：{2}"),
    DIFFERENT("{0} and {1} members, only left: {2}; only right: {3}", "{0}个与{1}个成员，仅前者有：{2}；仅后者有：{3}"),
    GRIDS("{0} as {1}: {2}", "{0}分解为{1}：{2}"),
    NO_GRID("no balanced grid", "没有均衡的分解"),
    GIVEN("{0}. Given: {1}", "{0}。给定：{1}"),
    LEAVE("{0} leave {1}", "{0}余{1}");

    private final Text words;

    Wording(String en, String zh) {
        this.words = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return words;
    }

    /** Texts one after the other. */
    static Text list(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::en).collect(Collectors.joining("; ")),
                texts.stream().map(Text::zh).collect(Collectors.joining("；")));
    }
}
