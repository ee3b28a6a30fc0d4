package org.canbao.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One variable of a data set, as its file describes it, or as a data schema harmonised it.
 *
 * @param name its name, as in the file
 * @param type its storage type
 * @param label what it is, in the words of the file; empty if the file has none
 * @param valueLabels labels of values, in the order of the file; the keys are values as text ({@code 1}, {@code 2.5},
 *     {@code .a}); they need not be exhaustive
 * @param missingCodes values that mean "missing", with their meaning (empty if the file has none); keys are {@code .a}
 *     to {@code .z} for Stata's extended missing values, otherwise the value as text. Cells with such a value are null
 *     in the store and keep their code in a companion column {@code NAME__missing}
 * @param format the display format of the file, empty if none
 * @param source where it comes from, if a data schema made it
 */
public record Variable(
        String name,
        ValueType type,
        String label,
        Map<String, String> valueLabels,
        Map<String, String> missingCodes,
        String format,
        Optional<VariableSource> source) {

    /** The suffix of the companion column that keeps which missing code a cell had. */
    public static final String MISSING_SUFFIX = "__missing";

    public Variable {
        valueLabels = Collections.unmodifiableMap(new LinkedHashMap<>(valueLabels));
        missingCodes = Collections.unmodifiableMap(new LinkedHashMap<>(missingCodes));
    }

    /** A variable as its file describes it. */
    public Variable(
            String name,
            ValueType type,
            String label,
            Map<String, String> valueLabels,
            Map<String, String> missingCodes,
            String format) {
        this(name, type, label, valueLabels, missingCodes, format, Optional.empty());
    }

    /** A variable without labels. */
    public static Variable of(String name, ValueType type) {
        return new Variable(name, type, "", Map.of(), Map.of(), "");
    }

    /** The same variable with another type. */
    public Variable withType(ValueType other) {
        return new Variable(name, other, label, valueLabels, missingCodes, format, source);
    }

    /** The same variable under another name. */
    public Variable withName(String other) {
        return new Variable(other, type, label, valueLabels, missingCodes, format, source);
    }

    /** The same variable with other missing codes. */
    public Variable withMissingCodes(Map<String, String> codes) {
        return new Variable(name, type, label, valueLabels, codes, format, source);
    }
}
