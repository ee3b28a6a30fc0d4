package org.canbao.audit.rule;

import org.canbao.spec.Text;

/**
 * One number, or one set of numbers, that a rule looked at.
 *
 * @param where which; empty if there is only one
 * @param verdict what was found
 * @param arithmetic how
 */
public record Item(String where, Verdict verdict, Text arithmetic) {
    /** Which, and how. */
    public Text text() {
        return where.isEmpty() ? arithmetic : Wording.WHERE.text(where, arithmetic);
    }
}
