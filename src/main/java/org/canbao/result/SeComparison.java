package org.canbao.result;

import java.util.List;

/**
 * One regression with its standard errors by several covariances and conventions.
 *
 * @param model the value of {@code model:} in the spec
 * @param outcome the left side, as text
 * @param coefficients the names of those that are compared
 * @param rows one per covariance and convention, covariances together
 * @param missing what could not be computed
 */
public record SeComparison(
        String model, String outcome, List<String> coefficients, List<Row> rows, List<Missing> missing) {
    public SeComparison {
        coefficients = List.copyOf(coefficients);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * One covariance with one program's conventions.
     *
     * @param asked whether it is the spec's own
     * @param inference what was counted
     * @param coefficients in the order of the names
     */
    public record Row(boolean asked, Inference inference, List<Coefficient> coefficients) {
        public Row {
            coefficients = List.copyOf(coefficients);
        }

        /** The coefficient of that name. */
        public Coefficient coefficient(String name) {
            return coefficients.stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A covariance that could not be computed.
     *
     * @param vcov its name in the spec language
     * @param conventions whose
     * @param reason why, in English
     */
    public record Missing(String vcov, String conventions, String reason) {}
}
