package org.canbao.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a harmonised variable comes from, and what its data schema says of it in both languages.
 *
 * @param bound the raw variables that it was made from: one per file, each way once
 * @param confidence how sure the schema is: {@code verified}, {@code single-source}, {@code inferred} or
 *     {@code not-found}
 * @param unit the unit of its values, empty if none
 * @param label its label, if the schema has one
 * @param valueLabels labels of its values that the schema has, by value as text
 */
public record VariableSource(
        List<Bound> bound,
        String confidence,
        String unit,
        Optional<Bilingual> label,
        Map<String, Bilingual> valueLabels) {
    public VariableSource {
        bound = List.copyOf(bound);
        valueLabels = Collections.unmodifiableMap(new LinkedHashMap<>(valueLabels));
    }

    /**
     * A raw variable.
     *
     * @param raw its name in the file
     * @param by how it was found: {@code name}, {@code case} (the name but for case) or {@code label}
     */
    public record Bound(String raw, String by) {}

    /** The same variable of one more file. */
    public VariableSource and(VariableSource other) {
        List<Bound> both = new ArrayList<>(bound);
        other.bound.stream().filter(b -> !both.contains(b)).forEach(both::add);
        return new VariableSource(both, confidence, unit, label, valueLabels);
    }
}
