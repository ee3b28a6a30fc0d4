package org.canbao.ingest;

/** A cell has a missing code that its file does not declare, and there is no column yet to keep it. */
final class UndeclaredCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndeclaredCodeException() {
        super("a missing code without a column", null, false, false);
    }
}
