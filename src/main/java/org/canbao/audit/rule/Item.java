package org.canbao.audit.rule;

/**
 * One number, or one set of numbers, that a rule looked at.
 *
 * @param where which; empty if there is only one
 * @param verdict what was found
 * @param arithmetic how
 */
public record Item(String where, Verdict verdict, String arithmetic) {
    @Override
    public String toString() {
        return where.isEmpty() ? arithmetic : where + ": " + arithmetic;
    }
}
