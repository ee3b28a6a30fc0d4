package org.canbao.simulate.cmds;

import org.canbao.data.ColumnBatch;

/** Answers that are no values. */
final class Answer {
    private static final long BASE = Long.MIN_VALUE;

    /** Empty, by the route through the questionnaire. */
    static final long NONE = BASE;
    /** Refused: {@code .r}. */
    static final long REFUSED = BASE + 'r';

    private Answer() {}

    /** Whether it is no value. */
    static boolean isNone(long answer) {
        return answer <= BASE + 'z';
    }

    /** The state of the cell: a letter, or empty. */
    static byte state(long answer) {
        return answer == NONE ? ColumnBatch.MISSING : (byte) (answer - BASE);
    }
}
