package org.canbao.audit.rule;

import java.util.Collection;
import org.canbao.published.Interval;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.canbao.spec.audit.Statement.Relation;

/** What a check found. */
public enum Verdict {
    /** The numbers can all be right. */
    AGREES(new Text("agrees", "一致")),
    /** They cannot, whatever was rounded away. */
    DISAGREES(new Text("disagrees", "不一致")),
    /** What was rounded away, or what is not printed, would decide. */
    CANNOT_TELL(new Text("cannot tell", "无法判断"));

    private final Text word;

    Verdict(Text word) {
        this.word = word;
    }

    /** As data say it, in English. */
    public String word() {
        return word.en();
    }

    /** As pages say it. */
    public String word(Lang lang) {
        return word.in(lang);
    }

    /** Disagrees if any does, else cannot tell if any cannot. */
    public static Verdict of(Collection<Verdict> all) {
        if (all.contains(DISAGREES)) {
            return DISAGREES;
        }
        return all.contains(CANNOT_TELL) || all.isEmpty() ? CANNOT_TELL : AGREES;
    }

    /** Whether a relation holds: equal numbers must be able to be equal, ordered ones must be so whatever was rounded. */
    static Verdict of(Interval left, Relation relation, Interval right) {
        return switch (relation) {
            case EQUAL -> left.meets(right) ? AGREES : DISAGREES;
            case LESS -> order(left.isBelow(right), !left.isBelow(right) && !mayBeBelow(left, right));
            case AT_MOST -> order(!right.isBelow(left) && atMost(left, right), right.isBelow(left));
            case MORE -> of(right, Relation.LESS, left);
            case AT_LEAST -> of(right, Relation.AT_MOST, left);
        };
    }

    private static Verdict order(boolean certain, boolean impossible) {
        return certain ? AGREES : impossible ? DISAGREES : CANNOT_TELL;
    }

    private static boolean mayBeBelow(Interval left, Interval right) {
        return left.low().compareTo(right.high()) < 0;
    }

    private static boolean atMost(Interval left, Interval right) {
        return left.high().compareTo(right.low()) <= 0;
    }
}
