package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.DesignBuilder;
import org.canbao.design.DesignRequest;
import org.canbao.design.EstimationPath;
import org.canbao.design.Key;
import org.canbao.design.Regressor;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.EstimateCode;
import org.canbao.estimate.EstimationOptions;
import org.canbao.math.Sums;
import org.canbao.sample.Sample;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.ColumnRef;

/** Reads the rows of a sample that group-time effects need. */
final class ObservationReader {
    private ObservationReader() {}

    /**
     * What was read.
     *
     * @param rows the rows
     * @param covariates the names of the covariates, the intercept first
     * @param units the names of the units; empty with repeated cross-sections
     * @param clusters the names of what a jackknife leaves out; empty without one
     * @param provenance where the rows came from, and which were lost
     */
    record Read(
            Observations rows,
            CovariateNames covariates,
            List<String> units,
            List<String> clusters,
            Design.Provenance provenance) {}

    /**
     * Reads.
     *
     * @throws org.canbao.diag.CanbaoException if columns are missing or of the wrong type, periods or cohorts are not whole
     *     numbers, or no row is left
     */
    static Read read(CallawaySantanna spec, Sample sample, EstimationOptions options) {
        Design design = new DesignBuilder(sample, EstimationPath.ROWS, options.threads())
                .onRows("influence functions are those of rows")
                .build(request(spec));
        List<String> names = new ArrayList<>(List.of("intercept"));
        design.regressors().stream().map(Regressor::name).forEach(names::add);
        Optional<Key> unit = spec.unit().map(design::key);
        Coded cohorts = periods(design.key(spec.cohort()), spec.cohort());
        Observations rows = new Observations(
                design.values(design.outcome()),
                design.weights(),
                design.regressors().stream()
                        .map(column -> centred(design.values(column)))
                        .toArray(double[][]::new),
                cohorts,
                cohorts,
                periods(design.key(spec.time()), spec.time()),
                unit.map(Key::codes),
                design.clusters().stream().findFirst().map(c -> c.groups().codes()));
        List<String> units = unit.map(key -> key.levels().names()).orElse(List.of());
        boolean jackknife = spec.inference() instanceof CallawaySantanna.Jackknife;
        return new Read(
                jackknife ? rows.clustered() : rows,
                new CovariateNames(names),
                units,
                jackknife ? leftOut(spec, design, units) : List.of(),
                design.provenance());
    }

    /** The names of clusters; of units if these are the clusters. */
    private static List<String> leftOut(CallawaySantanna spec, Design design, List<String> units) {
        return spec.common().vcov().clusters().stream()
                .findFirst()
                .map(by -> new ClusterNames(design, by.columns()).texts())
                .orElse(units);
    }

    private static DesignRequest request(CallawaySantanna spec) {
        List<DesignRequest.ExtraKey> keys = new ArrayList<>();
        keys.add(new DesignRequest.ExtraKey(spec.cohort(), true));
        keys.add(new DesignRequest.ExtraKey(spec.time(), false));
        spec.unit().ifPresent(unit -> keys.add(new DesignRequest.ExtraKey(unit, false)));
        return new DesignRequest(
                spec.common(), spec.outcome(), spec.covariates(), true, List.of(), keys, Optional.empty());
    }

    /** About the mean and over the largest distance from it, so that products keep their digits; zero if constant. */
    private static double[] centred(double[] values) {
        double mean = Sums.sum(values) / values.length;
        double most = centre(values, mean);
        double scale = most > 1e-13 * Math.abs(mean) ? 1 / most : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    /** Takes the mean from the values; returns the largest distance from it. */
    private static double centre(double[] values, double mean) {
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
            most = Math.max(most, Math.abs(values[i]));
        }
        return most;
    }

    private static Coded periods(Key key, ColumnRef column) {
        double[] levels =
                key.levels().numbers().stream().mapToDouble(Double::doubleValue).toArray();
        boolean infinite = levels.length > 0 && levels[levels.length - 1] == Double.POSITIVE_INFINITY;
        int never = infinite ? levels.length - 1 : levels.length;
        int[] values = new int[never + 1];
        for (int level = 0; level < never; level++) {
            values[level] = whole(levels[level], column);
        }
        values[never] = Observations.NEVER;
        return new Coded(present(key.codes(), never), values);
    }

    /** Codes with another in place of the missing. */
    private static int[] present(int[] codes, int missing) {
        int[] present = new int[codes.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = codes[i] < 0 ? missing : codes[i];
        }
        return present;
    }

    private static int whole(double value, ColumnRef column) {
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw Diagnostic.error(
                            EstimateCode.NOT_A_WHOLE_PERIOD,
                            "column `" + column + "` holds periods and has the value " + value)
                    .at(column.place())
                    .hint("periods are whole numbers, for example years; never treated is a missing cohort")
                    .toException();
        }
        return (int) value;
    }
}
