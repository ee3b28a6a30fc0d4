package org.canbao.compare;

import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** How one replicated number matches the printed one. */
public enum Match {
    /** It rounds to what is printed, standard error and stars included. */
    EXACT(new Text("inside rounding", "舍入范围内")),
    /** Sign and stars are the same, and it is near: within a tenth of the printed standard error, or 1%. */
    NEAR(new Text("minor", "细微差异")),
    /** The sign is the same, and it is within one printed standard error, or 10%. */
    ROUGH(new Text("similar", "大致相近")),
    /** It is another number. */
    DIFFERENT(new Text("different", "不同")),
    /** There is none. */
    MISSING(new Text("missing", "缺失"));

    private final Text word;

    Match(Text word) {
        this.word = word;
    }

    /** As it is printed. */
    public String word(Lang lang) {
        return word.in(lang);
    }

    /** Whether the number counts as reproduced. */
    public boolean isReproduced() {
        return this == EXACT || this == NEAR;
    }
}
