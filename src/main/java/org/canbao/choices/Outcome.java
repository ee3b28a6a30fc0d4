package org.canbao.choices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.diag.CanbaoException;
import org.canbao.estimate.batch.Estimated;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.SpecificationCurve.Specification;

/**
 * What a task gave.
 *
 * @param coefficients what was estimated
 * @param dropped what was left out
 * @param n rows used
 * @param failure why nothing could be estimated, if so
 */
record Outcome(List<Coefficient> coefficients, List<Fit.Dropped> dropped, long n, Optional<CanbaoException> failure) {
    Outcome {
        coefficients = List.copyOf(coefficients);
        dropped = List.copyOf(dropped);
    }

    static Outcome of(Estimated estimated) {
        return new Outcome(estimated.coefficients(), estimated.dropped(), estimated.n(), Optional.empty());
    }

    static Outcome of(Fit fit) {
        return new Outcome(fit.coefficients(), fit.dropped(), fit.n(), Optional.empty());
    }

    static Outcome of(CanbaoException failure) {
        return new Outcome(List.of(), List.of(), 0, Optional.of(failure));
    }

    /** The names of all coefficients. */
    List<String> names() {
        return coefficients.stream().map(Coefficient::name).toList();
    }

    /** What it says about one coefficient. */
    Specification about(String coefficient, List<String> options) {
        Optional<Coefficient> found = coefficients.stream()
                .filter(c -> c.name().equals(coefficient))
                .filter(c -> Double.isFinite(c.estimate()))
                .findFirst();
        return new Specification(
                options, found, found.isPresent() ? n : 0, found.isPresent() ? "" : problem(coefficient));
    }

    private String problem(String coefficient) {
        if (failure.isPresent()) {
            return Objects.requireNonNullElse(failure.get().getMessage(), "");
        }
        return dropped.stream()
                .filter(d -> d.name().equals(coefficient))
                .findFirst()
                .map(d -> d.reason() == Fit.Dropped.Reason.ABSORBED
                        ? "`" + coefficient + "` does not vary within the effects"
                        : d.with().stream().collect(Collectors.joining(", ", "`" + coefficient + "` is given by ", "")))
                .orElse("the spec has no coefficient `" + coefficient + "`");
    }
}
