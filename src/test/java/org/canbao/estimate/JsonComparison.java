package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import tools.jackson.databind.JsonNode;

/** Models whose every expected value is in the JSON of the fit. */
final class JsonComparison implements ReferenceComparison {
    /** What tells the entries of a list apart. */
    private static final List<String> KEYS = List.of("name", "outcome", "at", "type", "treated", "untreated");

    private final Set<String> models;
    private final double tolerance;
    private final boolean moments;

    private JsonComparison(double tolerance, boolean moments, String... models) {
        this.models = Set.of(models);
        this.tolerance = tolerance;
        this.moments = moments;
    }

    static JsonComparison differences() {
        return new JsonComparison(EXACT, true, "sun-abraham", "bacon");
    }

    /** Probabilities are sums, and R's searches were gone through to the end. */
    static JsonComparison exact() {
        return new JsonComparison(EXACT, false, "exact-test");
    }

    /** An iteration to a maximum. */
    static JsonComparison ordered() {
        return new JsonComparison(SEARCHED, false, "ordered-logit", "ordered-probit");
    }

    /** R searches for the roots, here they have a formula. */
    static JsonComparison oster() {
        return new JsonComparison(SEARCHED, true, "oster");
    }

    /**
     * didimputation takes effects out by fixest's iterations, which stop at 1e-6; where they iterate, its values differ by 2e-7
     * from those of dummies ({@code ImputationOracleTest}).
     */
    static JsonComparison imputation() {
        return new JsonComparison(SEARCHED, true, "imputation");
    }

    /** Bandwidths of rdrobust are quotients of estimates, and not searched for. */
    static JsonComparison discontinuity() {
        return new JsonComparison(EXACT, false, "rd-local");
    }

    /** rddensity searches for a bandwidth. */
    static JsonComparison density() {
        return new JsonComparison(SEARCHED, true, "rd-density");
    }

    @Override
    public Set<String> models() {
        return models;
    }

    @Override
    public double tolerance(ReferenceCases.Case c) {
        return tolerance;
    }

    @Override
    public boolean hasMoments() {
        return moments;
    }

    @Override
    public void compare(JsonNode expected, Fit fit, LargestDifference difference) {
        compare(expected, FitJson.node(fit), fit.model(), difference);
    }

    /** Compares a block of the JSON of a fit, if it is expected. */
    static void part(String name, JsonNode expected, Fit fit, LargestDifference difference) {
        if (expected.has(name)) {
            compare(expected.get(name), FitJson.node(fit).path(name), name, difference);
        }
    }

    private static void compare(JsonNode expected, JsonNode found, String where, LargestDifference difference) {
        if (expected.isNumber()) {
            assertThat(found.isNumber()).as(where).isTrue();
            difference.relative(where, expected.asDouble(), found.asDouble());
        } else if (expected.isArray()) {
            assertThat(found.size()).as(where).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                JsonNode entry = expected.get(i);
                JsonNode other = entry.isObject() ? same(entry, found, where) : found.get(i);
                compare(entry, other, where + (entry.isObject() ? key(entry) : "[" + i + "]"), difference);
            }
        } else if (expected.isObject()) {
            expected.propertyStream()
                    .filter(e -> !KEYS.contains(e.getKey()))
                    .forEach(e -> compare(e.getValue(), found.path(e.getKey()), where + "." + e.getKey(), difference));
        } else {
            assertThat(found).as(where).isEqualTo(expected);
        }
    }

    /** The entry of a list with the same keys. */
    private static JsonNode same(JsonNode expected, JsonNode list, String where) {
        return list.valueStream()
                .filter(entry -> KEYS.stream()
                        .filter(expected::has)
                        .allMatch(k -> expected.get(k).isNumber()
                                ? expected.get(k).asDouble() == entry.path(k).asDouble(Double.NaN)
                                : expected.get(k).equals(entry.path(k))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + ": no " + expected));
    }

    private static String key(JsonNode entry) {
        StringBuilder key = new StringBuilder("[");
        KEYS.stream().filter(entry::has).forEach(k -> key.append(entry.get(k)));
        return key.append("]").toString();
    }
}
