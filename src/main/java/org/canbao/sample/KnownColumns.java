package org.canbao.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;

/** Columns by name, with their labels, for findings about names that are not among them. */
public final class KnownColumns {
    private static final int LISTED = 12;

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    /** These columns; of several with the same name the first counts. */
    public KnownColumns(Collection<Variable> variables) {
        variables.forEach(v -> this.variables.putIfAbsent(v.name(), v));
    }

    /** Whether there is a column of that name, as written. */
    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /** Whether there is a column of that name that holds numbers. */
    boolean isNumeric(String name) {
        Variable variable = variables.get(name);
        return variable != null && variable.type().isNumeric();
    }

    /** The names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(variables.keySet());
    }

    /** Adds a column. */
    void add(Variable variable) {
        variables.putIfAbsent(variable.name(), variable);
    }

    /** The finding that a column is not there, with the nearest ones and their labels. */
    public Diagnostic unknown(String name, Place place) {
        Diagnostic finding = Diagnostic.error(SampleCode.UNKNOWN_COLUMN, "there is no column `" + name + "`")
                .at(place);
        List<String> near = Nearest.to(name, variables.keySet());
        if (!near.isEmpty()) {
            return finding.hint("nearest columns: "
                    + String.join(", ", near.stream().map(this::described).toList()));
        }
        List<String> first = variables.keySet().stream().limit(LISTED).toList();
        String more = variables.size() > LISTED ? ", … (" + variables.size() + " in all)" : "";
        return finding.hint("columns: " + String.join(", ", first) + more);
    }

    private String described(String name) {
        Variable variable = variables.get(name);
        return variable == null || variable.label().isEmpty()
                ? "`" + name + "`"
                : "`" + name + "` (\"" + variable.label() + "\")";
    }
}
