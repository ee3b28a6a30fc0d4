/**
 * Numerical kernels, which know nothing of specs or files: rank-revealing least squares ({@link
 * org.canbao.math.LinearFit}), the {@link org.canbao.math.Absorber} of fixed effects, groups as codes ({@link
 * org.canbao.math.GroupIndex}), sums in a fixed order ({@link org.canbao.math.Sums}), and random numbers that are a
 * function of seed, stream and counter ({@link org.canbao.math.CounterRandom}). Results do not depend on the number of
 * threads.
 */
@NullMarked
package org.canbao.math;

import org.jspecify.annotations.NullMarked;
