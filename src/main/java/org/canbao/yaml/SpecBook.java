package org.canbao.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * The specs of a file, read once each, so that one may build on another wherever that stands. A spec that is written out
 * inside another has its keys' defaults too, and the id of the one around it.
 */
final class SpecBook {
    private final Map<String, Located.Mapping> texts = new LinkedHashMap<>();
    private final Map<String, Optional<ModelSpec>> read = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Located> defaults;
    private final FormulaLists lists;
    private final Problems problems;

    /**
     * A book.
     *
     * @param specs the specs by id, or another node, which has none
     * @param defaults values for keys that a spec does not have
     * @param problems receives the findings
     */
    SpecBook(Located specs, Map<String, Located> defaults, FormulaLists lists, Problems problems) {
        if (specs instanceof Located.Mapping mapping) {
            mapping.entries().forEach(entry -> {
                if (entry.value() instanceof Located.Mapping text) {
                    texts.put(entry.name(), text);
                }
            });
        }
        this.defaults = defaults;
        this.lists = lists;
        this.problems = problems;
    }

    /** The spec of an entry; empty if there was a finding. */
    Optional<ModelSpec> spec(Located.Scalar id, Located.Mapping text) {
        Optional<ModelSpec> known = read.get(id.value());
        if (known == null) {
            known = written(id.value(), text, id.place());
            read.put(id.value(), known);
        }
        return known;
    }

    /** A spec that is not an entry. */
    Optional<ModelSpec> written(String id, Located.Mapping text, Place place) {
        open.push(id);
        try {
            SpecScope scope = new SpecScope(new FormulaParser(lists), node -> base(id, node));
            return ModelReaders.read(id, text, place, defaults, scope, problems);
        } finally {
            open.pop();
        }
    }

    /**
     * The spec of an entry, changed.
     *
     * @param id the entry, which is there and could be read
     * @param edit what is changed
     * @param met receives the texts of the terms that stood there
     * @param found receives the findings
     */
    Optional<ModelSpec> variant(ColumnRef id, ModelEdit edit, Set<String> met, Problems found) {
        Located.Mapping text = Objects.requireNonNull(texts.get(id.name()), id.name());
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        text.entries().forEach(entry -> entries.put(entry.name(), entry));
        edit.keys().forEach(entry -> entries.put(entry.name(), entry));
        List<FixedEffect> effects = entries.containsKey("formula") ? effects(entries.remove("fixed_effects")) : List.of();
        FormulaEdit formulas = new FormulaEdit(edit.without(), edit.with(), effects);
        Optional<ModelSpec> read = ModelReaders.read(
                id.name(),
                new Located.Mapping(List.copyOf(entries.values()), text.place()),
                text.place(),
                defaults,
                new SpecScope(new FormulaParser(lists, formulas), node -> base(id.name(), node)),
                found);
        met.addAll(formulas.met());
        return read;
    }

    /** Fixed effects in the place of those of a formula. */
    private List<FixedEffect> effects(Located.@Nullable Entry entry) {
        return entry == null ? List.of() : Values.oneOrMore(entry.value(), new FormulaParser(lists)::fixedEffect);
    }

    private Optional<ModelSpec> base(String around, Located node) {
        if (node instanceof Located.Mapping text) {
            refuseSample(text);
            return ModelReaders.read(
                    around,
                    text,
                    text.place(),
                    defaults,
                    new SpecScope(new FormulaParser(lists), inner -> base(around, inner)),
                    problems);
        }
        Located.Scalar id = Values.scalar(node, "the id of a spec, or a spec {model: …}");
        Located.Mapping text = texts.get(id.value());
        if (text == null) {
            throw unknown(id);
        }
        if (open.contains(id.value())) {
            throw Diagnostic.error(YamlCode.CONFLICT, "spec `" + id.value() + "` builds on itself")
                    .at(node.place())
                    .toException();
        }
        return spec(id, text);
    }

    private static void refuseSample(Located.Mapping text) {
        Optional<Located> sample = text.get(SampleUses.KEY);
        if (sample.isPresent()) {
            throw Diagnostic.error(YamlCode.CONFLICT, "`sample` belongs to the spec around this one")
                    .at(sample.get().place())
                    .toException();
        }
    }

    private CanbaoException unknown(Located.Scalar id) {
        Diagnostic finding = Diagnostic.error(YamlCode.UNKNOWN_NAME, "there is no spec `" + id.value() + "`")
                .at(id.place())
                .nearest(Nearest.to(id.value(), texts.keySet()));
        return (texts.isEmpty()
                        ? finding.hint("write the spec out in its place: {model: …}")
                        : finding.hint("declared: " + String.join(", ", texts.keySet())))
                .toException();
    }
}
