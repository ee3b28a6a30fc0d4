package org.canbao.audit.rule;

import org.canbao.spec.audit.RuleSpec;

/** A rule. */
@FunctionalInterface
interface Rule<S extends RuleSpec> {
    /**
     * Applies the rule.
     *
     * @throws org.canbao.diag.CanbaoException if the series are not what the rule needs
     */
    Outcome check(S spec, Cells cells);
}
