package org.canbao.ingest.binding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.data.Variable;
import org.canbao.schema.SchemaVariable;

/**
 * The search for the raw variable of a harmonised one: by name, then by name but for case, then by label. The first way on
 * which anything is found decides, and what it finds must be one.
 *
 * @param means the way
 * @param columns the columns that were found
 */
record VariableSearch(Means means, List<Integer> columns) {

    /** Searches among the variables of a file. */
    static VariableSearch of(SchemaVariable wanted, List<Variable> variables) {
        Set<String> lower =
                wanted.raw().stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<Integer> found = columns(variables, v -> wanted.raw().contains(v.name()));
        if (!found.isEmpty()) {
            return decided(Means.NAME, found);
        }
        found = columns(variables, v -> lower.contains(v.name().toLowerCase(Locale.ROOT)));
        if (!found.isEmpty()) {
            return decided(Means.CASE, found);
        }
        if (!wanted.labelPattern().isEmpty()) {
            Pattern pattern = Pattern.compile(wanted.labelPattern());
            found = columns(variables, v -> pattern.matcher(v.label()).find());
        }
        return found.isEmpty() ? new VariableSearch(Means.NONE, found) : decided(Means.LABEL, found);
    }

    /** Whether a variable that was found by its name has a label that the schema does not know. */
    static boolean contradicts(SchemaVariable wanted, Variable raw) {
        return !wanted.labelCheck().isEmpty()
                && !raw.label().isBlank()
                && !Pattern.compile(wanted.labelCheck()).matcher(raw.label()).find();
    }

    private static VariableSearch decided(Means means, List<Integer> found) {
        return new VariableSearch(found.size() == 1 ? means : Means.AMBIGUOUS, found);
    }

    private static List<Integer> columns(List<Variable> variables, Predicate<Variable> wanted) {
        return IntStream.range(0, variables.size())
                .filter(j -> wanted.test(variables.get(j)))
                .boxed()
                .toList();
    }
}
