package org.canbao.report;

import org.canbao.spec.Text;

/** The words of sensitivity to unobservables. */
public enum OsterVocabulary implements Words {
    SHORT("Without controls", "无控制变量"),
    LONG("With controls", "有控制变量"),
    ESTIMATE_R2("{0} (R² {1})", "{0}（R² {1}）"),
    R_MAX("R² with unobservables too", "纳入不可观测因素后的R²"),
    DELTA("δ for {0} = {1}", "使{0} = {1}的δ"),
    BETA("{0} for δ = {1}", "δ = {1}时的{0}"),
    OTHERS("Other solutions", "其他解"),
    NO_DELTA("none", "不存在"),
    COLUMN_DELTA("δ for a coefficient of {0}", "系数为{0}时的δ"),
    COLUMN_BETA("Coefficient for δ = {0}", "δ = {0}时的系数"),
    SHORT_ESTIMATE("Coefficient without controls", "无控制变量的系数"),
    REVERSES(
            "Selection on unobservables would move the coefficient against the direction in which controls do (assumption 3).",
            "不可观测因素须使系数朝与控制变量相反的方向变动（违反假设3）。"),
    LEGEND(
            "δ: how strong selection on unobservables must be, relative to that on controls, for the coefficient to vanish"
                    + " (Oster 2019). It is a bound on omitted variables, not a test.",
            "δ：使系数为零所需的不可观测选择相对于控制变量选择的强度（Oster 2019）；反映遗漏变量的影响范围，并非检验。");

    private final Text pattern;

    OsterVocabulary(String en, String zh) {
        this.pattern = new Text(en, zh);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
