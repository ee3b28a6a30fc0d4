package org.canbao.spec;

/**
 * One level of the order of rows; rows without a value come last.
 *
 * @param column whose values order them
 * @param descending whether the greatest comes first
 */
public record RowOrder(ColumnRef column, boolean descending) {}
