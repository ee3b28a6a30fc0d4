package org.canbao.cli;

/** The exit statuses of every command. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;
    /** Finished, but a check failed. */
    static final int CHECK_FAILED = 1;
    /** Usage, configuration or input is wrong. */
    static final int INPUT_ERROR = 2;
    /** canbao is wrong. */
    static final int INTERNAL_ERROR = 3;

    private ExitStatus() {}
}
