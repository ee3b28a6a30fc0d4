package org.canbao.math;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Effects without slopes, of any number of levels, by conjugate gradients on the Schur complement of the first. Iterations
 * run over the combinations of levels that occur, not over rows. They begin with the levels' weights as preconditioner,
 * which is enough where levels mix well. If {@value #PATIENCE} of them have not reduced the residual to {@value #EASY}, the
 * graph is a hard one, and a {@link BlockFactor} takes their place.
 */
final class GraphEffects implements OtherEffects {
    private static final int PATIENCE = 5;
    private static final double EASY = 1e-3;
    private static final int MOST = 2_000;
    private static final int HEADWAY = 200;
    /** What may be left along the effects, relative to the length of x; the absorber checks it against the residual's. */
    private static final double ENOUGH = 0.5 * Absorber.TOLERANCE;

    private final GroupIndex first;
    private final List<GroupIndex> others;
    private final double[] weights;
    private final SchurOperator schur;
    private final AtomicReference<BlockFactor> factor = new AtomicReference<>();
    private final AtomicInteger most = new AtomicInteger();

    GraphEffects(GroupIndex first, List<GroupIndex> others, double[] weights, int threads) {
        this.first = first;
        this.others = List.copyOf(others);
        this.weights = weights;
        this.schur = new SchurOperator(first, others, weights, threads);
    }

    @Override
    public void subtract(double[] x) {
        double[][] right = products(x);
        double[][] theta = solve(right, Math.sqrt(Sums.dot(weights, x, x)) * ENOUGH);
        double[] means = schur.means(theta);
        int[] codes = first.codes();
        for (int i = 0; i < x.length; i++) {
            x[i] += means[codes[i]];
        }
        for (int e = 0; e < theta.length; e++) {
            subtract(x, others.get(e).codes(), theta[e]);
        }
    }

    private static void subtract(double[] x, int[] codes, double[] values) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= values[codes[i]];
        }
    }

    @Override
    public boolean addLeverage(double[] leverage) {
        return false;
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public String name() {
        return factor.get() == null ? "conjugate gradients" : "preconditioned conjugate gradients";
    }

    @Override
    public int iterations() {
        return most.get();
    }

    private double[][] products(double[] x) {
        double[][] sums = new double[others.size()][];
        for (int e = 0; e < sums.length; e++) {
            sums[e] = new double[others.get(e).groups()];
            int[] codes = others.get(e).codes();
            for (int i = 0; i < x.length; i++) {
                sums[e][codes[i]] += weights[i] * x[i];
            }
        }
        return sums;
    }

    private double[][] solve(double[][] right, double enough) {
        double begun = length(right);
        ConjugateGradients iteration = new ConjugateGradients(schur, right, this::scaled);
        run(iteration, enough, PATIENCE);
        if (length(iteration.residual()) <= EASY * begun) {
            run(iteration, enough, MOST);
            count(iteration.steps());
            return iteration.solution();
        }
        ConjugateGradients harder = new ConjugateGradients(schur, iteration.residual(), factor()::solve);
        run(harder, enough, MOST);
        count(iteration.steps() + harder.steps());
        return sum(iteration.solution(), harder.solution());
    }

    private static double[][] sum(double[][] a, double[][] b) {
        for (int e = 0; e < a.length; e++) {
            for (int level = 0; level < a[e].length; level++) {
                a[e][level] += b[e][level];
            }
        }
        return a;
    }

    /** Steps until enough is reached, the limit, or no headway: the residual not halved in {@value #HEADWAY} steps. */
    private void run(ConjugateGradients iteration, double enough, int limit) {
        double mark = length(iteration.residual());
        int marked = iteration.steps();
        double left = mark;
        while (left > enough && iteration.steps() < limit && iteration.steps() - marked < HEADWAY && iteration.step()) {
            left = length(iteration.residual());
            if (left < mark / 2) {
                mark = left;
                marked = iteration.steps();
            }
        }
    }

    private void count(int steps) {
        most.accumulateAndGet(steps, Math::max);
    }

    /** The length of what is left along the effects, as columns of unit length. */
    private double length(double[][] residual) {
        double sum = 0;
        for (int e = 0; e < residual.length; e++) {
            double[] totals = schur.totals(e);
            for (int level = 0; level < totals.length; level++) {
                sum += residual[e][level] * residual[e][level] / totals[level];
            }
        }
        return Math.sqrt(sum);
    }

    private double[][] scaled(double[][] residual) {
        double[][] image = new double[residual.length][];
        for (int e = 0; e < residual.length; e++) {
            double[] totals = schur.totals(e);
            image[e] = new double[totals.length];
            for (int level = 0; level < totals.length; level++) {
                image[e][level] = residual[e][level] / totals[level];
            }
        }
        return image;
    }

    private synchronized BlockFactor factor() {
        BlockFactor known = factor.get();
        if (known == null) {
            known = new BlockFactor(schur);
            factor.set(known);
        }
        return known;
    }
}
