package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import org.canbao.estimate.Student;

/**
 * The jackknife over clusters: V = (G-1)/G sum over clusters g of (a(g) - a)(a(g) - a)', a(g) being the estimates without
 * cluster g and a those with all G, and Student's t with G-1 degrees of freedom. For regressions it is CV3 of MacKinnon,
 * Nielsen and Webb (2023), {@code vcov: cr3-jackknife}; here a(g) is everything estimated anew, as {@link Jackknife} has it.
 *
 * @param clusters G
 * @param distribution Student's t with G-1 degrees of freedom
 */
record JackknifeErrors(int clusters, Student distribution) implements Errors {
    /** With so many clusters. */
    static JackknifeErrors of(int clusters) {
        return new JackknifeErrors(clusters, new Student(clusters - 1));
    }

    @Override
    public double factor() {
        return (clusters - 1.0) / clusters;
    }

    @Override
    public double stdError(Target target) {
        double variance = covariance(target, target);
        return variance > 0 ? Math.sqrt(variance) : Double.NaN;
    }

    @Override
    public double critical(List<Target> targets) {
        return distribution.critical();
    }

    @Override
    public List<List<Double>> covariance(List<Target> targets) {
        List<List<Double>> rows = new ArrayList<>();
        for (Target a : targets) {
            rows.add(targets.stream().map(b -> covariance(a, b)).toList());
        }
        return rows;
    }

    private double covariance(Target a, Target b) {
        double sum = 0;
        for (int g = 0; g < clusters; g++) {
            sum += (a.without()[g] - a.estimate()) * (b.without()[g] - b.estimate());
        }
        return factor() * sum;
    }

    @Override
    public String name() {
        return "jackknife";
    }

    @Override
    public int pieces() {
        return clusters;
    }
}
