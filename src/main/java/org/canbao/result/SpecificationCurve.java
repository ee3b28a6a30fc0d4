package org.canbao.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One coefficient of one spec under many combinations of options.
 *
 * @param curve its key in the study
 * @param spec the spec
 * @param coefficient the coefficient
 * @param points the points and their options, the default of each first
 * @param inert options that change nothing that the spec reads
 * @param coverage which combinations these are
 * @param specifications the combinations, the default of all points first
 */
public record SpecificationCurve(
        String curve,
        String spec,
        String coefficient,
        List<Point> points,
        List<Inert> inert,
        Coverage coverage,
        List<Specification> specifications) {
    /** Estimates whose p-value is below this are significant. */
    public static final double LEVEL = 0.05;

    public SpecificationCurve {
        points = List.copyOf(points);
        inert = List.copyOf(inert);
        specifications = List.copyOf(specifications);
    }

    /** An open point with the options that were gone through. */
    public record Point(String id, List<String> options) {
        public Point {
            options = List.copyOf(options);
        }
    }

    /** An option that changes nothing that the spec reads. */
    public record Inert(String point, String option) {}

    /**
     * Which combinations were estimated.
     *
     * @param combinations how many there are
     * @param drawn whether those here are a random subset
     * @param seed of the draw
     * @param same combinations left out because they are the same estimation as another one
     */
    public record Coverage(long combinations, boolean drawn, long seed, long same) {}

    /**
     * A combination.
     *
     * @param options one per point
     * @param estimate the coefficient; empty if it could not be estimated
     * @param n rows used; 0 if it could not be estimated
     * @param problem why it could not be estimated; empty if it could
     */
    public record Specification(List<String> options, Optional<Coefficient> estimate, long n, String problem) {
        public Specification {
            options = List.copyOf(options);
        }

        /** Whether its interval leaves out zero, at 5%. */
        public boolean isSignificant() {
            return estimate.filter(e -> e.pValue() < LEVEL).isPresent();
        }
    }

    /** The study as it is. */
    public Specification baseline() {
        return specifications.get(0);
    }

    /** Those that could be estimated, by estimate; ties in their order here. */
    public List<Specification> sorted() {
        return specifications.stream()
                .filter(s -> s.estimate().isPresent())
                .sorted(Comparator.comparingDouble(SpecificationCurve::value))
                .toList();
    }

    /** Those that could not be estimated. */
    public List<Specification> failed() {
        return specifications.stream().filter(s -> s.estimate().isEmpty()).toList();
    }

    /** The estimates in ascending order. */
    public List<Double> estimates() {
        return sorted().stream().map(SpecificationCurve::value).toList();
    }

    /** The median of the estimates, NaN if there is none. */
    public double median() {
        List<Double> all = estimates();
        int n = all.size();
        return n == 0 ? Double.NaN : (all.get((n - 1) / 2) + all.get(n / 2)) / 2;
    }

    /** How many estimates are significant. */
    public long significant() {
        return specifications.stream().filter(Specification::isSignificant).count();
    }

    /** How many estimates have the sign of the baseline's, or are positive if that could not be estimated. */
    public long sameSign() {
        boolean negative = baseline().estimate().filter(e -> e.estimate() < 0).isPresent();
        return estimates().stream().filter(e -> negative ? e < 0 : e > 0).count();
    }

    /** The numbers of specifications that took each option of a point, in the order of its options. */
    public List<Long> counts(int point) {
        List<Long> counts = new ArrayList<>();
        for (String option : points.get(point).options()) {
            counts.add(specifications.stream()
                    .filter(s -> s.options().get(point).equals(option))
                    .count());
        }
        return counts;
    }

    private static double value(Specification specification) {
        return specification.estimate().map(Coefficient::estimate).orElse(Double.NaN);
    }
}
