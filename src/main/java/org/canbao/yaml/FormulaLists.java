package org.canbao.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.spec.Term;

/** The lists of a study, which {@code @name} inserts. A list may insert other lists, but not itself. */
final class FormulaLists {
    /** No lists. */
    static final FormulaLists NONE = new FormulaLists(Map.of());

    private final Map<String, Located.Scalar> texts;
    private final Map<String, List<Term>> parsed = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    FormulaLists(Map<String, Located.Scalar> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /** The terms of a list that is inserted at a place. */
    List<Term> insert(String name, Place where) {
        used.add(name);
        return terms(name, where);
    }

    /** The lists that were never inserted. */
    Map<String, Located.Scalar> unused() {
        Map<String, Located.Scalar> unused = new LinkedHashMap<>(texts);
        unused.keySet().removeAll(used);
        return unused;
    }

    /** The terms of a list. */
    List<Term> terms(String name, Place where) {
        Located.Scalar text = texts.get(name);
        if (text == null) {
            throw unknown(name, where);
        }
        if (open.contains(name)) {
            String chain = String.join(" → ", (Iterable<String>) () -> open.descendingIterator());
            throw Diagnostic.error(YamlCode.LIST, "list `@" + name + "` contains itself")
                    .at(where)
                    .hint("the lists insert each other: " + chain + " → " + name)
                    .toException();
        }
        List<Term> known = parsed.get(name);
        if (known != null) {
            return known;
        }
        open.push(name);
        try {
            List<Term> terms = new FormulaParser(this).terms(text);
            parsed.put(name, terms);
            return terms;
        } finally {
            open.pop();
        }
    }

    private RuntimeException unknown(String name, Place where) {
        Diagnostic finding = Diagnostic.error(YamlCode.LIST, "there is no list `@" + name + "`")
                .at(where)
                .nearest(Nearest.to(name, texts.keySet()));
        return (texts.isEmpty()
                        ? finding.hint("lists are declared under `lists:` of a study; this file has none")
                        : finding.hint("lists of this study: " + String.join(", ", texts.keySet())))
                .toException();
    }
}
