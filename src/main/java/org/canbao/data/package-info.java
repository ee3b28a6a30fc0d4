/** What data look like: variables with their labels, value labels and missing codes, and batches of rows. */
@NullMarked
package org.canbao.data;

import org.jspecify.annotations.NullMarked;
