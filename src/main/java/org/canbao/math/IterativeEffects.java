package org.canbao.math;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Effects by conjugate gradients on the Schur complement, which is applied and never formed. Its columns are orthonormal
 * within each effect, so the diagonal is already scaled.
 */
final class IterativeEffects implements OtherEffects {
    private static final int ITERATIONS = 10_000;
    /** Reduction of the residual asked of one solution; the absorber repeats it on what is left. */
    private static final double REDUCTION = 1e-11;
    /** Residual beside the length of x that is rounding, on which iterations would only drift. */
    private static final double ROUNDING = 2e-15;

    private final EffectBasis first;
    private final List<EffectBasis> others;
    private final double[] weights;
    private final int columns;
    private final AtomicInteger most = new AtomicInteger();

    IterativeEffects(EffectBasis first, List<EffectBasis> others, double[] weights, int columns) {
        this.first = first;
        this.others = others;
        this.weights = weights;
        this.columns = columns;
    }

    @Override
    public void subtract(double[] x) {
        double[] residual = coefficients(x);
        double[] theta = new double[columns];
        double[] direction = residual.clone();
        double squares = squares(residual);
        double enough = Math.max(squares * REDUCTION * REDUCTION, Sums.dot(weights, x, x) * ROUNDING * ROUNDING);
        int done = 0;
        for (int i = 0; i < ITERATIONS && squares > enough; i++) {
            done = i + 1;
            double[] image = apply(direction);
            double curvature = dot(direction, image);
            if (!(curvature > 0)) {
                break;
            }
            double step = squares / curvature;
            addScaled(theta, step, direction);
            addScaled(residual, -step, image);
            double next = squares(residual);
            double ratio = next / squares;
            for (int c = 0; c < columns; c++) {
                direction[c] = residual[c] + ratio * direction[c];
            }
            squares = next;
        }
        most.accumulateAndGet(done, Math::max);
        subtractAll(x, theta);
        first.subtract(x, first.coefficients(x));
    }

    @Override
    public String name() {
        return "conjugate gradients";
    }

    @Override
    public int iterations() {
        return most.get();
    }

    @Override
    public boolean addLeverage(double[] leverage) {
        return false;
    }

    private double[] apply(double[] theta) {
        double[] x = new double[weights.length];
        subtractAll(x, theta);
        first.subtract(x, first.coefficients(x));
        double[] image = coefficients(x);
        for (int c = 0; c < columns; c++) {
            image[c] = -image[c];
        }
        return image;
    }

    private double[] coefficients(double[] x) {
        double[] theta = new double[columns];
        int offset = 0;
        for (EffectBasis other : others) {
            double[] part = other.coefficients(x);
            System.arraycopy(part, 0, theta, offset, part.length);
            offset += part.length;
        }
        return theta;
    }

    private void subtractAll(double[] x, double[] theta) {
        int offset = 0;
        for (EffectBasis other : others) {
            other.subtract(x, Arrays.copyOfRange(theta, offset, offset + other.size()));
            offset += other.size();
        }
    }

    private static void addScaled(double[] target, double scale, double[] x) {
        for (int i = 0; i < target.length; i++) {
            target[i] += scale * x[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double squares(double[] a) {
        return dot(a, a);
    }
}
