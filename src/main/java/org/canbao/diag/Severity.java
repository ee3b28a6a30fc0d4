package org.canbao.diag;

/** How bad a finding is. */
public enum Severity {
    /** The work cannot go on. */
    ERROR,
    /** The work goes on, and the user should look. */
    WARNING,
    /** Something the user should know and need not change. */
    NOTE
}
