/** From a spec and a sample to columns, cells and moments, or to columns of rows. */
@NullMarked
package org.canbao.design;

import org.jspecify.annotations.NullMarked;
