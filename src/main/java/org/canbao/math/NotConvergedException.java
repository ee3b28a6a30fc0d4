package org.canbao.math;

/** An iteration did not reach its tolerance; there is no number to go on with. */
public final class NotConvergedException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final double achieved;

    /** After {@code iterations}, the relative residual was still {@code achieved}. */
    public NotConvergedException(int iterations, double achieved) {
        super("relative residual " + achieved + " after " + iterations + " iterations");
        this.achieved = achieved;
    }

    /** The relative residual that was reached. */
    public double achieved() {
        return achieved;
    }
}
