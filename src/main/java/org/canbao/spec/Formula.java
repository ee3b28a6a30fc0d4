package org.canbao.spec;

import java.util.List;
import org.canbao.diag.Place;

/**
 * {@code outcome ~ terms | fixed effects}.
 *
 * @param outcome the left side
 * @param terms the regressors, lists already inserted, each once: terms of one factor in the order of the user, then
 *     those of two, and so on, as R orders them
 * @param intercept whether there is one; never with fixed effects
 * @param fixedEffects what is absorbed
 * @param text as the user wrote it
 * @param place where
 */
public record Formula(
        Expr outcome, List<Term> terms, boolean intercept, List<FixedEffect> fixedEffects, String text, Place place) {
    public Formula {
        terms = List.copyOf(terms);
        fixedEffects = List.copyOf(fixedEffects);
    }
}
