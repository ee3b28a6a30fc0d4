package org.canbao.spec;

/** How rows are weighted by their distance from a cutoff. */
public enum RdKernel {
    /** Falls in a straight line to zero at the bandwidth. */
    TRIANGULAR,
    /** Falls as a parabola to zero at the bandwidth. */
    EPANECHNIKOV,
    /** The same everywhere within the bandwidth. */
    UNIFORM
}
