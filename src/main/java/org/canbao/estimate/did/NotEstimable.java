package org.canbao.estimate.did;

/** Why one comparison has no estimate; it becomes missing, and the others are not touched. */
final class NotEstimable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotEstimable(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, in words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
