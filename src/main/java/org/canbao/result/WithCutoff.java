package org.canbao.result;

/** A fit of what changes at a value of a running variable. */
public interface WithCutoff {
    /** The name of the estimate: treated less untreated, at the cutoff. */
    String JUMP = "jump";

    /** The running variable. */
    String running();

    /** Where treatment changes, on its scale. */
    double cutoff();
}
