package org.canbao.sample;

import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.engine.SqlEngine;

/**
 * The rows that estimators see: a relation of an engine whose file access is locked.
 *
 * @param engine where it lives
 * @param relation the name of the table or view
 * @param rows how many rows
 * @param variables its columns, with their labels
 * @param simulated whether any of its inputs was simulated
 */
public record Sample(SqlEngine engine, String relation, long rows, List<Variable> variables, boolean simulated) {
    public Sample {
        variables = List.copyOf(variables);
    }

    /** The variable of that name; names are compared as written. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** All names, for near-name hints. */
    public List<String> names() {
        return variables.stream().map(Variable::name).toList();
    }
}
