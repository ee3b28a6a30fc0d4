package org.canbao.compare;

import java.util.Collection;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** How well something is reproduced, best first. */
public enum Grade {
    /** Every number is inside rounding. */
    FULL(new Text("full", "完全重现")),
    /** Every number is there, and none differs in a way that matters. */
    MINOR(new Text("minor differences", "细微差异")),
    /** Some numbers are reproduced, others are not. */
    PARTIAL(new Text("partial", "部分重现")),
    /** No number is reproduced. */
    NOT(new Text("not reproduced", "未重现"));

    private final Text word;

    Grade(Text word) {
        this.word = word;
    }

    /** As it is printed. */
    public String word(Lang lang) {
        return word.in(lang);
    }

    /** The grade with the numbers that it rests on. */
    public Text over(long reproduced, long numbers) {
        return new Text(
                word.en() + ": " + reproduced + " of " + numbers + " numbers reproduced",
                word.zh() + "：" + numbers + "个数字中重现" + reproduced + "个");
    }

    /** Of several: full or minor if all are at least that; not if none is better; otherwise partial. */
    static Grade of(Collection<Grade> all) {
        if (all.stream().allMatch(FULL::equals)) {
            return all.isEmpty() ? NOT : FULL;
        }
        if (all.stream().allMatch(g -> g == FULL || g == MINOR)) {
            return MINOR;
        }
        return all.stream().allMatch(NOT::equals) ? NOT : PARTIAL;
    }
}
