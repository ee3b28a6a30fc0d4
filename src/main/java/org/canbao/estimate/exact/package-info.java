/**
 * Exact tests: Fisher's of a table with given margins, and permutation tests that try every assignment of rows to groups
 * where these can be tried.
 */
@NullMarked
package org.canbao.estimate.exact;

import org.jspecify.annotations.NullMarked;
