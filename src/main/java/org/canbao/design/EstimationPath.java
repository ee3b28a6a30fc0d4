package org.canbao.design;

/** How a sample is reduced before estimation. */
public enum EstimationPath {
    /** As the planner finds best. */
    AUTO,
    /** To the moments of cells. */
    MOMENTS,
    /** Not at all: rows are read into memory. */
    ROWS
}
