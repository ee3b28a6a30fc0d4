/**
 * What data look like: {@link org.canbao.data.Variable}s with their labels, value labels and missing codes, {@link
 * org.canbao.data.ColumnBatch}es of rows on their way from a file into the store, and the {@link
 * org.canbao.data.Codebook} that describes a wave there. A missing value keeps its reason: a batch knows {@code .}
 * from {@code .r}.
 */
@NullMarked
package org.canbao.data;

import org.jspecify.annotations.NullMarked;
