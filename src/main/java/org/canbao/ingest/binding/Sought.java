package org.canbao.ingest.binding;

import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.schema.SchemaVariable;

/**
 * What the search for one harmonised variable gave.
 *
 * @param wanted what the schema says of it
 * @param means how it was found, or why not
 * @param found the raw variables that were found: one, or several if it is ambiguous
 * @param bound what it is made from; empty if it was not found or cannot be made
 */
public record Sought(SchemaVariable wanted, Means means, List<Variable> found, Optional<BoundVariable> bound) {
    public Sought {
        found = List.copyOf(found);
    }
}
