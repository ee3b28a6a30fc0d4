package org.canbao.estimate.ordered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.EstimationPath;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.Covariance;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimator;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Sandwich;
import org.canbao.estimate.Solved;
import org.canbao.estimate.Student;
import org.canbao.estimate.margins.Movements;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.math.Sums;
import org.canbao.result.Coefficient;
import org.canbao.result.Inference;
import org.canbao.result.OrderedFit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Ordered;

/**
 * Ordered logit and probit (McKelvey and Zavoina 1975; McCullagh 1980), as R's {@code MASS::polr} and Stata's {@code ologit}
 * and {@code oprobit}: the covariance is the inverse of the observed information, around the squared scores of rows
 * (times n/(n-1) for hc1) or of clusters (times G/(G-1)). Coefficients are tested by the normal distribution. Columns are
 * centred while the maximum is sought, and cut points moved back.
 */
public final class OrderedEstimator implements Estimator<Ordered> {
    private static final int MOST_LEVELS = 100;

    @Override
    public OrderedFit estimate(Ordered spec, Sample sample, EstimationOptions options) {
        Design read = new DesignBuilder(sample, EstimationPath.ROWS, options.threads())
                .onRows("the likelihood of ordered outcomes needs each row's outcome")
                .build(request(spec));
        Design design = read.with(read.ofTerms(spec.formula().terms().size()), true, List.of());
        double[] outcome = design.values(design.outcome());
        double[] levels = OrderedLikelihood.levelsOf(outcome);
        requireLevels(spec, levels);
        Sandwich sandwich = new Sandwich(design, spec.common());
        LeastSquares leastSquares = new LeastSquares(spec.common(), options.threads());
        Solved columns =
                Solved.of(leastSquares.absorb(() -> Partialled.of(design, sandwich.finest(), options.threads())));
        leastSquares.requireOutcome(columns.data());
        leastSquares.requireRegressor(columns);
        int[] level = Arrays.stream(outcome)
                .mapToInt(value -> Arrays.binarySearch(levels, value))
                .toArray();
        double[][] x = IntStream.range(1, columns.fit().size())
                .mapToObj(j -> columns.data().x(columns.fit().kept(j)))
                .toArray(double[][]::new);
        OrderedLikelihood likelihood =
                new OrderedLikelihood(Latent.of(spec.link()), level, design.weights(), x, levels.length);
        Newton.End end = Newton.maximum(likelihood);
        if (!end.found()) {
            throw noMaximum(spec, columns, end);
        }
        Maximum maximum = new Maximum(columns, levels, likelihood, end);
        return maximum.fit(spec, sandwich, level, read);
    }

    private static DesignRequest request(Ordered spec) {
        DesignRequest request = DesignRequest.of(spec.common(), spec.formula(), List.of());
        return spec.marginalEffects().isPresent()
                ? Movements.reading(request, spec.formula().terms())
                : request;
    }

    private static void requireLevels(Ordered spec, double[] levels) {
        if (levels.length > MOST_LEVELS) {
            throw Diagnostic.error(
                            EstimateCode.OUTCOME_RANGE,
                            "outcome `" + spec.formula().outcome().text() + "` has " + levels.length
                                    + " values, more than the " + MOST_LEVELS + " levels of an ordered outcome")
                    .at(spec.formula().place())
                    .hint("model `ols` takes an outcome that is a number; or derive classes of it")
                    .toException();
        }
    }

    private static RuntimeException noMaximum(Ordered spec, Solved columns, Newton.End end) {
        double most = 0;
        for (int j = 1; j < columns.fit().size(); j++) {
            most = Math.max(most, Math.abs(end.step()[j - 1]));
        }
        List<String> moving = new ArrayList<>();
        for (int j = 1; j < columns.fit().size(); j++) {
            if (Math.abs(end.step()[j - 1]) >= 0.1 * most) {
                moving.add(columns.data().name(columns.fit().kept(j)));
            }
        }
        return Diagnostic.error(
                        EstimateCode.NO_MAXIMUM,
                        "the likelihood of spec `" + spec.common().id() + "` has no maximum: the estimate"
                                + (moving.size() > 1 ? "s" : "") + " of `" + String.join("`, `", moving)
                                + "` still moved after " + end.iterations() + " iterations")
                .at(spec.common().place())
                .hint(
                        "where a regressor is, the outcome may always be at its lowest or highest level (separation): leave"
                                + " the regressor out, or those rows, or join levels")
                .toException();
    }

    /** A maximum and what is said of it. */
    private record Maximum(Solved columns, double[] levels, OrderedLikelihood likelihood, Newton.End end) {
        OrderedFit fit(Ordered spec, Sandwich sandwich, int[] level, Design read) {
            Design design = columns.data().design();
            double[][] matrix = inverse(likelihood.information(end.parameters()));
            Covariance covariance = sandwich.ofScores(matrix, likelihood.scores(end.parameters()), design.rows());
            List<Coefficient> all = coefficients(covariance);
            int k = columns.fit().size() - 1;
            return new OrderedFit(
                    spec.model(),
                    design.provenance().outcome(),
                    IntStream.range(0, levels.length)
                            .mapToObj(j -> new OrderedFit.Level(
                                    levels[j],
                                    Arrays.stream(level).filter(at -> at == j).count()))
                            .toList(),
                    all.subList(0, k),
                    all.subList(k, all.size()),
                    likelihood.value(end.parameters()),
                    likelihood.constantOnly(),
                    end.iterations(),
                    columns.dropped(),
                    Sums.dot(design.weights(), design.values(design.outcome())) / Sums.sum(design.weights()),
                    inference(design, sandwich, covariance, all.size()),
                    spec.marginalEffects()
                            .map(wanted -> new OrderedMargins(columns, levels, likelihood, end.parameters(), covariance)
                                    .of(wanted, spec, read)));
        }

        private static double[][] inverse(double[][] information) {
            int k = information.length;
            double[] diagonal = new double[k];
            for (int j = 0; j < k; j++) {
                diagonal[j] = information[j][j];
            }
            LinearFit solved = CholeskySolver.solve(information, new double[k], diagonal);
            double[][] inverse = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    inverse[i][j] = solved.inverse(i, j);
                }
            }
            return inverse;
        }

        /** With cut points moved back: k + m'b, m being the means of the columns. */
        private List<Coefficient> coefficients(Covariance covariance) {
            int k = columns.fit().size() - 1;
            double[] means = new double[k];
            List<Coefficient> all = new ArrayList<>();
            double shift = 0;
            for (int j = 0; j < k; j++) {
                int position = columns.fit().kept(j + 1);
                means[j] = columns.data().mean(position);
                shift += means[j] * end.parameters()[j];
                all.add(Student.NORMAL.coefficient(
                        columns.data().name(position), end.parameters()[j], Math.sqrt(covariance.at(j, j))));
            }
            for (int c = 0; c < levels.length - 1; c++) {
                double variance = covariance.at(k + c, k + c);
                for (int i = 0; i < k; i++) {
                    variance += 2 * means[i] * covariance.at(i, k + c);
                    for (int j = 0; j < k; j++) {
                        variance += means[i] * means[j] * covariance.at(i, j);
                    }
                }
                all.add(Student.NORMAL.coefficient(
                        text(levels[c]) + "|" + text(levels[c + 1]),
                        end.parameters()[k + c] + shift,
                        Math.sqrt(variance)));
            }
            return all;
        }

        private static String text(double level) {
            return level == Math.rint(level) && Math.abs(level) < 1e15
                    ? String.valueOf((long) level)
                    : String.valueOf(level);
        }

        private static Inference inference(Design design, Sandwich sandwich, Covariance covariance, int parameters) {
            List<Inference.Loss> lost = new ArrayList<>();
            design.provenance().lost().forEach((reason, rows) -> lost.add(new Inference.Loss(reason, rows)));
            return new Inference(
                    Estimate.name(sandwich.vcov()),
                    design.rows(),
                    parameters,
                    design.clusters().stream()
                            .map(c ->
                                    new Inference.Clusters(c.text(), c.groups().groups()))
                            .toList(),
                    Double.POSITIVE_INFINITY,
                    covariance.factor(),
                    "rows",
                    design.provenance().reason(),
                    design.provenance().weights().map(ColumnRef::name),
                    lost,
                    covariance.repaired(),
                    "",
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty());
        }
    }
}
