package org.canbao.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;

/**
 * Notes which missing codes the cells of each variable really have; files need not declare them. Each thread has its
 * own, and adds it to a common one.
 */
final class TagWatch {
    private static final int USER = 1;

    private final Map<String, Integer> seen = new LinkedHashMap<>();

    /** Looks at all cells of a batch. */
    void look(ColumnBatch batch) {
        List<Variable> variables = batch.variables();
        for (int j = 0; j < variables.size(); j++) {
            int bits = bits(batch.states(j), batch.rows());
            if (bits != 0) {
                seen.merge(variables.get(j).name(), bits, (a, b) -> a | b);
            }
        }
    }

    /** Notes what another watch has seen; several threads may add theirs at once. */
    synchronized void add(TagWatch other) {
        other.seen.forEach((name, bits) -> seen.merge(name, bits, (a, b) -> a | b));
    }

    /** The variables of which some cell has a missing code. */
    Set<String> variables() {
        return Collections.unmodifiableSet(seen.keySet());
    }

    /** The variable with the codes {@code .a} to {@code .z} that its cells have, besides those that it declares. */
    Variable completed(Variable variable) {
        int bits = seen.getOrDefault(variable.name(), 0);
        Map<String, String> codes = new LinkedHashMap<>(variable.missingCodes());
        letters(bits)
                .forEach(code -> codes.putIfAbsent(code, variable.valueLabels().getOrDefault(code, "")));
        return variable.withMissingCodes(codes);
    }

    private static int bits(byte[] states, int rows) {
        int bits = 0;
        for (int i = 0; i < rows; i++) {
            byte state = states[i];
            if (state > ColumnBatch.MISSING) {
                bits |= state == ColumnBatch.USER_MISSING ? USER : USER << (state - 'a' + 1);
            }
        }
        return bits;
    }

    private static List<String> letters(int bits) {
        List<String> codes = new ArrayList<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if ((bits & (USER << (letter - 'a' + 1))) != 0) {
                codes.add("." + letter);
            }
        }
        return codes;
    }
}
