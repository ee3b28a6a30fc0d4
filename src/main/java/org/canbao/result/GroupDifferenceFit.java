package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * Differences of coefficients between two groups.
 *
 * @param outcome the left side, as text
 * @param group the column with the groups
 * @param values the two groups, in ascending order
 * @param rows rows used in each
 * @param differences one per coefficient
 * @param resample {@code permute} or {@code bootstrap}
 * @param unit what exchanges groups: a column, or {@code rows}
 * @param draws how many
 * @param inference of the regression in which all terms are interacted with the group; of the first group's where that
 *     could not be estimated
 * @param remarks what could not be computed, and why, in English
 */
public record GroupDifferenceFit(
        String outcome,
        String group,
        List<String> values,
        List<Long> rows,
        List<Difference> differences,
        String resample,
        String unit,
        int draws,
        Inference inference,
        List<String> remarks)
        implements Fit {
    public GroupDifferenceFit {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    /**
     * A difference, the first group's estimate less the second's.
     *
     * @param name the coefficient
     * @param first in the first group
     * @param second in the second group
     * @param difference first less second
     * @param chow the difference as an interaction with the group, all terms and effects being interacted too
     * @param stacked the same by the covariance of both regressions together, without small-sample correction of K, and
     *     the normal distribution, as Stata's suest
     * @param draws the difference in each draw, NaN where it has none
     * @param extreme draws with a difference at least as large in absolute value
     * @param pValue (extreme+1)/(draws+1), draws without a difference left out
     * @param oneSided the share of draws with a difference at least as far on the same side
     */
    public record Difference(
            String name,
            Coefficient first,
            Coefficient second,
            double difference,
            Optional<Coefficient> chow,
            Optional<Coefficient> stacked,
            List<Double> draws,
            int extreme,
            double pValue,
            double oneSided) {
        public Difference {
            draws = List.copyOf(draws);
        }

        /** The difference with the inference of its interaction; without any if there is none. */
        Coefficient asCoefficient() {
            double none = Double.NaN;
            return chow.orElse(new Coefficient(name, difference, none, none, none, none, none))
                    .named(name);
        }
    }

    @Override
    public String model() {
        return "group-difference";
    }

    @Override
    public long n() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public List<Coefficient> coefficients() {
        return differences.stream().map(Difference::asCoefficient).toList();
    }
}
