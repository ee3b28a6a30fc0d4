/** Numerical kernels: factorisations, group codes, the absorber of fixed effects, random numbers by counter. Knows nothing of specs or files. */
@NullMarked
package org.canbao.math;

import org.jspecify.annotations.NullMarked;
