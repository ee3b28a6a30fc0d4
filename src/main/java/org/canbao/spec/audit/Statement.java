package org.canbao.spec.audit;

import org.canbao.diag.Place;
import org.canbao.spec.Expr;

/**
 * Two expressions over printed numbers, and how they relate.
 *
 * @param left the left side
 * @param relation what holds between them
 * @param right the right side
 * @param place where it stands
 */
public record Statement(Expr left, Relation relation, Expr right, Place place) {
    /** How two numbers relate. */
    public enum Relation {
        /** Equal. */
        EQUAL("="),
        /** Less. */
        LESS("<"),
        /** At most. */
        AT_MOST("<="),
        /** More. */
        MORE(">"),
        /** At least. */
        AT_LEAST(">=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /** As written. */
        public String symbol() {
            return symbol;
        }
    }
}
