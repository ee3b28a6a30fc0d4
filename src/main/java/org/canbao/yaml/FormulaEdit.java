package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Term;

/** Changes to the formulas of a spec as they are read: terms taken out, terms added, other fixed effects. */
final class FormulaEdit {
    private final List<Term> without;
    private final List<Term> with;
    private final List<FixedEffect> effects;
    private final Set<String> met = new LinkedHashSet<>();

    /**
     * An edit.
     *
     * @param without terms that are taken out where they stand
     * @param with terms that are added
     * @param effects what stands in the place of the fixed effects; they stay as they are if this is empty
     */
    FormulaEdit(List<Term> without, List<Term> with, List<FixedEffect> effects) {
        this.without = List.copyOf(without);
        this.with = List.copyOf(with);
        this.effects = List.copyOf(effects);
    }

    /** An edit that changes nothing. */
    static FormulaEdit none() {
        return new FormulaEdit(List.of(), List.of(), List.of());
    }

    /** The terms of a formula after the edit. */
    List<Term> terms(List<Term> read) {
        read.forEach(term -> met.add(term.text()));
        if (without.isEmpty() && with.isEmpty()) {
            return read;
        }
        Set<Set<String>> out = new LinkedHashSet<>();
        without.forEach(term -> out.add(TermParser.factorsOf(term)));
        List<Term> left = new ArrayList<>(read);
        left.removeIf(term -> out.contains(TermParser.factorsOf(term)));
        left.addAll(with);
        return TermParser.inOrder(left);
    }

    /** The fixed effects of a formula after the edit. */
    List<FixedEffect> effects(List<FixedEffect> read) {
        return effects.isEmpty() ? read : effects;
    }

    /** The texts of all terms that it has met. */
    Set<String> met() {
        return met;
    }
}
