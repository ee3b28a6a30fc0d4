package org.canbao.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Effects without slopes, of any number of levels, by conjugate gradients on the Schur complement of the first. Iterations
 * run over the combinations of levels that occur, not over rows. They begin with the levels' weights as preconditioner,
 * which is enough where levels mix well. If {@value #PATIENCE} of them have not reduced the residual to {@value #EASY}, the
 * graph is a hard one, and each effect of many levels gets a {@link GraphFactor} of its own block.
 */
final class GraphEffects implements OtherEffects {
    private static final int PATIENCE = 8;
    private static final double EASY = 1e-3;
    private static final int MOST = 2_000;
    /** Reduction of the residual asked of one solution. */
    private static final double REDUCTION = 1e-13;
    /** Residual beside the length of x that is rounding. */
    private static final double ROUNDING = 2e-15;
    /** Levels beyond which an effect is worth a factor. */
    private static final int FEW = 64;

    private final GroupIndex first;
    private final List<GroupIndex> others;
    private final double[] weights;
    private final SchurOperator schur;
    private final AtomicReference<List<Optional<GraphFactor>>> factors = new AtomicReference<>();
    private final AtomicInteger most = new AtomicInteger();

    GraphEffects(GroupIndex first, List<GroupIndex> others, double[] weights) {
        this.first = first;
        this.others = List.copyOf(others);
        this.weights = weights;
        this.schur = new SchurOperator(first, others, weights);
    }

    @Override
    public void subtract(double[] x) {
        double[][] right = products(x);
        double floor = Math.sqrt(Sums.dot(weights, x, x)) * ROUNDING;
        double[][] theta = solve(right, floor);
        double[] means = new double[first.groups()];
        for (int level = 0; level < means.length; level++) {
            means[level] = schur.mean(level, theta);
        }
        for (int i = 0; i < x.length; i++) {
            double fitted = -means[first.code(i)];
            for (int e = 0; e < theta.length; e++) {
                fitted += theta[e][others.get(e).code(i)];
            }
            x[i] -= fitted;
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
        return factors.get() == null ? "conjugate gradients" : "preconditioned conjugate gradients";
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

    private double[][] solve(double[][] right, double floor) {
        List<Optional<GraphFactor>> plain = none();
        ConjugateGradients iteration = new ConjugateGradients(schur, right, r -> precondition(r, plain));
        double enough = Math.max(floor, REDUCTION * length(right));
        double begun = length(right);
        run(iteration, enough, PATIENCE);
        double[][] theta = iteration.solution();
        if (length(iteration.residual()) <= EASY * begun) {
            run(iteration, enough, MOST);
            count(iteration.steps());
            return theta;
        }
        List<Optional<GraphFactor>> built = factors();
        ConjugateGradients harder =
                new ConjugateGradients(schur, iteration.residual(), r -> precondition(r, built));
        run(harder, enough, MOST);
        count(iteration.steps() + harder.steps());
        double[][] more = harder.solution();
        for (int e = 0; e < theta.length; e++) {
            for (int level = 0; level < theta[e].length; level++) {
                theta[e][level] += more[e][level];
            }
        }
        return theta;
    }

    private void run(ConjugateGradients iteration, double enough, int limit) {
        boolean going = true;
        while (going && iteration.steps() < limit && length(iteration.residual()) > enough) {
            going = iteration.step();
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

    private double[][] precondition(double[][] residual, List<Optional<GraphFactor>> blocks) {
        double[][] image = new double[residual.length][];
        for (int e = 0; e < residual.length; e++) {
            image[e] = residual[e].clone();
            if (blocks.get(e).isPresent()) {
                blocks.get(e).get().solve(image[e]);
            } else {
                double[] totals = schur.totals(e);
                for (int level = 0; level < totals.length; level++) {
                    image[e][level] /= totals[level];
                }
            }
        }
        return image;
    }

    private List<Optional<GraphFactor>> none() {
        List<Optional<GraphFactor>> none = new ArrayList<>();
        others.forEach(o -> none.add(Optional.empty()));
        return none;
    }

    private synchronized List<Optional<GraphFactor>> factors() {
        List<Optional<GraphFactor>> known = factors.get();
        if (known != null) {
            return known;
        }
        List<Optional<GraphFactor>> built = new ArrayList<>();
        for (int e = 0; e < others.size(); e++) {
            built.add(
                    others.get(e).groups() <= FEW
                            ? Optional.empty()
                            : Optional.of(GraphFactor.of(schur.withFirst(e), schur.firstTotals())));
        }
        factors.set(List.copyOf(built));
        return built;
    }
}
