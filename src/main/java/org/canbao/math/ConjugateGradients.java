package org.canbao.math;

import java.util.function.UnaryOperator;

/** Preconditioned conjugate gradients for S x = b, from x = 0, step by step (Hestenes and Stiefel 1952). */
final class ConjugateGradients {
    private final SchurOperator schur;
    private final UnaryOperator<double[][]> preconditioner;
    private final double[][] solution;
    private final double[][] residual;
    private double[][] direction;
    private double product;
    private int steps;

    ConjugateGradients(SchurOperator schur, double[][] right, UnaryOperator<double[][]> preconditioner) {
        this.schur = schur;
        this.preconditioner = preconditioner;
        this.solution = new double[right.length][];
        this.residual = new double[right.length][];
        for (int e = 0; e < right.length; e++) {
            solution[e] = new double[right[e].length];
            residual[e] = right[e].clone();
        }
        this.direction = preconditioner.apply(residual);
        this.product = dot(residual, direction);
    }

    /** The solution so far. */
    double[][] solution() {
        return solution;
    }

    /** What is left of b. */
    double[][] residual() {
        return residual;
    }

    /** How many steps were taken. */
    int steps() {
        return steps;
    }

    /** One step; false if there is no direction to go. */
    boolean step() {
        double[][] image = schur.apply(direction);
        double curvature = dot(direction, image);
        if (!(curvature > 0) || !(product > 0)) {
            return false;
        }
        double length = product / curvature;
        addScaled(solution, length, direction);
        addScaled(residual, -length, image);
        double[][] next = preconditioner.apply(residual);
        double nextProduct = dot(residual, next);
        addScaled(next, nextProduct / product, direction);
        direction = next;
        product = nextProduct;
        steps++;
        return true;
    }

    private static void addScaled(double[][] target, double scale, double[][] x) {
        for (int e = 0; e < target.length; e++) {
            for (int i = 0; i < target[e].length; i++) {
                target[e][i] += scale * x[e][i];
            }
        }
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int e = 0; e < a.length; e++) {
            for (int i = 0; i < a[e].length; i++) {
                sum += a[e][i] * b[e][i];
            }
        }
        return sum;
    }
}
