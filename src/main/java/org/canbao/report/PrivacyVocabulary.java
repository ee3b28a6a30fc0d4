package org.canbao.report;

import org.canbao.spec.Text;

/** What exhibits say of counts that they do not show. */
public enum PrivacyVocabulary implements Words {
    ROWS_FEWER("fewer than {0} rows", "不足{0}行"),
    TABLE(
            "<{0}: from 1 to {1}, suppressed to protect persons; c: suppressed so that these cannot be computed.",
            "<{0}：1至{1}，为保护个人隐私不显示；c：为防止推算上述数字而隐去。"),
    TABLE_ZEROS(
            "<{0}: from 0 to {1}, suppressed to protect persons; c: suppressed so that these cannot be computed.",
            "<{0}：0至{1}，为保护个人隐私不显示；c：为防止推算上述数字而隐去。"),
    POINTS(
            "Points of fewer than {0} persons, and others so that these cannot be computed, are not shown.",
            "不足{0}人的点以及可据以推算的其他点未显示。");

    private final Text pattern;

    PrivacyVocabulary(String english, String chinese) {
        this.pattern = new Text(english, chinese);
    }

    @Override
    public Text pattern() {
        return pattern;
    }
}
