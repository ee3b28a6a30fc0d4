package org.canbao.ingest.binding;

import org.canbao.data.Variable;
import org.canbao.schema.SchemaVariable;

/**
 * A harmonised variable and the raw one that it is made from.
 *
 * @param wanted what the schema says of it
 * @param means how the raw variable was found
 * @param raw the raw variable
 * @param column the column of the raw variable in its file, from 0
 * @param codes what its raw values become
 * @param variable the harmonised variable as the store will have it
 * @param same whether its cells are those of the raw variable, unchanged
 */
public record BoundVariable(
        SchemaVariable wanted, Means means, Variable raw, int column, CodeMap codes, Variable variable, boolean same) {}
