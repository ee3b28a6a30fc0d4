package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Partialled.Combination;
import org.canbao.estimate.Solved;
import org.canbao.math.LinearFit;

/**
 * The least squares of which two-stage least squares are made. With Z the exogenous columns and instruments, the first
 * stage gives X^ = P_Z X and the reduced form P_Z y. The second stage is solved twice: on X^ for b; and again with y - (X -
 * X^) b in place of y, which gives the same b, as X^'(X - X^) = 0, and has the residuals y - X b that covariances need.
 */
final class Stages {
    private final Partialled data;
    private final Roles roles;
    private final int threads;
    private final Solved exogenous;
    private final List<Solved> first = new ArrayList<>();
    private final Solved reduced;
    private final List<Integer> keptExogenous;

    Stages(Partialled data, Roles roles, int threads) {
        this.data = data;
        this.roles = roles;
        this.threads = threads;
        this.exogenous = onExogenous(data.size());
        int shift = data.design().intercept() ? 1 : 0;
        this.keptExogenous = new ArrayList<>();
        for (int j = shift; j < exogenous.fit().size(); j++) {
            keptExogenous.add(roles.exogenous().get(exogenous.fit().kept(j) - shift));
        }
        for (int x : roles.endogenous()) {
            first.add(onInstruments(data.only(x)));
        }
        this.reduced = onInstruments(data.only(data.size()));
    }

    /** A column on the exogenous ones. */
    Solved onExogenous(int position) {
        return Solved.of(data.combined(Roles.columns(data, roles.exogenous()), data.only(position), threads));
    }

    /** A column on the exogenous ones and the instruments. */
    Solved onInstruments(Combination left) {
        List<Combination> right = new ArrayList<>(Roles.columns(data, keptExogenous));
        right.addAll(Roles.columns(data, roles.instruments()));
        return Solved.of(data.combined(right, left, threads));
    }

    /** The outcome on the exogenous columns alone, which tells those that cannot be used. */
    Solved exogenous() {
        return exogenous;
    }

    /** The first stages. */
    List<Solved> first() {
        return first;
    }

    /** The outcome on exogenous columns and instruments. */
    Solved reduced() {
        return reduced;
    }

    /** Where the instruments that were kept stand among the kept columns of the first stages. */
    int[] instruments() {
        LinearFit fit = reduced.fit();
        int before = (data.design().intercept() ? 1 : 0) + keptExogenous.size();
        List<Integer> at = new ArrayList<>();
        for (int j = 0; j < fit.size(); j++) {
            if (fit.kept(j) >= before) {
                at.add(j);
            }
        }
        return at.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The second stage, endogenous columns first. */
    Solved second() {
        List<Combination> right = new ArrayList<>(fitted());
        right.addAll(Roles.columns(data, keptExogenous));
        Solved solved = Solved.of(data.combined(right, data.only(data.size()), threads));
        return Solved.of(data.combined(right, corrected(solved), threads));
    }

    /** The outcome on the endogenous columns themselves, the exogenous ones and, if asked, the first stages' residuals. */
    Solved ordinary(boolean withResiduals) {
        List<Combination> right = new ArrayList<>(Roles.columns(data, roles.endogenous()));
        right.addAll(Roles.columns(data, keptExogenous));
        for (int e = 0; e < first.size() && withResiduals; e++) {
            right.add(residual(e));
        }
        return Solved.of(data.combined(right, data.only(data.size()), threads));
    }

    /** The residual of the second stage as a combination of columns. */
    Combination residual(Solved second) {
        double[] parts = new double[data.size() + 1];
        parts[data.size()] = 1;
        int shift = data.design().intercept() ? 1 : 0;
        List<Integer> order = new ArrayList<>(roles.endogenous());
        order.addAll(keptExogenous);
        for (int j = 0; j < second.fit().size(); j++) {
            if (!second.data().isIntercept(second.fit().kept(j))) {
                parts[order.get(second.fit().kept(j) - shift)] -= second.fit().coefficient(j);
            }
        }
        return new Combination("residual", parts, 0, second.rss(), second.rss());
    }

    /**
     * The kept instruments with the exogenous columns taken out, then the endogenous columns, beside the residual of the
     * second stage: what moments of the instruments are made of.
     */
    Partialled moments(Solved second) {
        int before = (data.design().intercept() ? 1 : 0) + keptExogenous.size();
        List<Combination> right = new ArrayList<>();
        for (int at : instruments()) {
            right.add(withoutExogenous(roles.instruments().get(reduced.fit().kept(at) - before)));
        }
        right.addAll(Roles.columns(data, roles.endogenous()));
        return data.combined(right, residual(second), threads);
    }

    private Combination withoutExogenous(int position) {
        Solved solved = onExogenous(position);
        double[] parts = new double[data.size() + 1];
        parts[position] = 1;
        int shift = data.design().intercept() ? 1 : 0;
        for (int j = shift; j < solved.fit().size(); j++) {
            parts[roles.exogenous().get(solved.fit().kept(j) - shift)] -=
                    solved.fit().coefficient(j);
        }
        return new Combination(data.name(position), parts, 0, solved.rss(), solved.rss());
    }

    /** The cross-products of the residuals of the reduced form and of the first stages, in this order. */
    double[][] residualProducts() {
        List<double[]> parts = new ArrayList<>();
        parts.add(minusFitted(reduced, data.size()));
        for (int e = 0; e < first.size(); e++) {
            parts.add(minusFitted(first.get(e), roles.endogenous().get(e)));
        }
        double[][] products = new double[parts.size()][parts.size()];
        for (int a = 0; a < products.length; a++) {
            for (int b = 0; b < products.length; b++) {
                products[a][b] = product(parts.get(a), parts.get(b));
            }
        }
        return products;
    }

    private double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; a[i] != 0 && j < b.length; j++) {
                sum += b[j] == 0 ? 0 : a[i] * b[j] * data.gram(i, j);
            }
        }
        return sum;
    }

    private List<Combination> fitted() {
        List<Combination> fitted = new ArrayList<>();
        for (int e = 0; e < first.size(); e++) {
            int x = roles.endogenous().get(e);
            double[] parts = minusFitted(first.get(e), x);
            for (int p = 0; p < parts.length; p++) {
                parts[p] = p == x ? 0 : -parts[p];
            }
            fitted.add(new Combination(data.name(x), parts, data.mean(x), data.total(x), data.gram(x, x)));
        }
        return fitted;
    }

    private Combination residual(int e) {
        int x = roles.endogenous().get(e);
        double rss = first.get(e).rss();
        return new Combination("residual of " + data.name(x), minusFitted(first.get(e), x), 0, rss, rss);
    }

    /** The outcome less the endogenous columns' residuals times their coefficients. */
    private Combination corrected(Solved solved) {
        double[] parts = data.only(data.size()).parts();
        int shift = data.design().intercept() ? 1 : 0;
        for (int e = 0; e < first.size(); e++) {
            int j = solved.fit().indexOf(shift + e);
            double[] residual = minusFitted(first.get(e), roles.endogenous().get(e));
            for (int p = 0; j >= 0 && p < parts.length; p++) {
                parts[p] -= solved.fit().coefficient(j) * residual[p];
            }
        }
        int y = data.size();
        return new Combination(data.name(y), parts, data.outcomeMean(), data.outcomeTotal(), data.gram(y, y));
    }

    /** A column less what a solution on exogenous columns and instruments fits, as parts of the absorbed columns. */
    private double[] minusFitted(Solved solved, int position) {
        double[] parts = new double[data.size() + 1];
        parts[position] = 1;
        int shift = data.design().intercept() ? 1 : 0;
        List<Integer> order = new ArrayList<>(keptExogenous);
        order.addAll(roles.instruments());
        for (int j = 0; j < solved.fit().size(); j++) {
            if (!solved.data().isIntercept(solved.fit().kept(j))) {
                parts[order.get(solved.fit().kept(j) - shift)] -= solved.fit().coefficient(j);
            }
        }
        return parts;
    }
}
