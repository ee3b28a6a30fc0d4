package org.canbao.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What {@link FitWriter} writes, read back. */
final class FitReader {
    private FitReader() {}

    static Fit.Regression regression(JsonNode node) {
        double within = number(node, "r2_within");
        return new Fit.Regression(
                text(node, "model"),
                text(node, "outcome"),
                list(node, "coefficients", FitReader::coefficient),
                field(node, "n").asLong(),
                number(node, "r2"),
                number(node, "r2_adj"),
                Double.isNaN(within) ? OptionalDouble.empty() : OptionalDouble.of(within),
                list(node, "dropped_detail", FitReader::dropped),
                list(node, "fixed_effects", FitReader::absorbed),
                number(node, "outcome_mean"),
                inference(field(node, "inference")),
                Optional.ofNullable(node.get("wild_bootstrap")).map(FitReader::wildBootstrap));
    }

    static Fit.Absorbed absorbed(JsonNode node) {
        return new Fit.Absorbed(text(node, "effect"), field(node, "levels").asInt());
    }

    static WildBootstrap wildBootstrap(JsonNode node) {
        return new WildBootstrap(
                text(node, "coefficient"),
                number(node, "null"),
                number(node, "statistic"),
                number(node, "p_value"),
                field(node, "conf_low").isNull() ? Double.NEGATIVE_INFINITY : number(node, "conf_low"),
                field(node, "conf_high").isNull() ? Double.POSITIVE_INFINITY : number(node, "conf_high"),
                field(node, "draws").asInt(),
                field(node, "enumerated").asBoolean(),
                text(node, "weights"),
                text(node, "type"));
    }

    static Coefficient coefficient(JsonNode node) {
        return new Coefficient(
                text(node, "name"),
                number(node, "estimate"),
                number(node, "std_error"),
                number(node, "statistic"),
                number(node, "p_value"),
                number(node, "conf_low"),
                number(node, "conf_high"),
                node.has("df") ? OptionalDouble.of(number(node, "df")) : OptionalDouble.empty());
    }

    static Fit.Binned binned(JsonNode node) {
        JsonNode binned = field(node, "binned");
        return new Fit.Binned(
                field(binned, "first").asBoolean(), field(binned, "last").asBoolean());
    }

    /** The test of pre-trends; empty if there is none. */
    static Optional<Fit.WaldTest> pretrend(JsonNode node) {
        JsonNode test = field(node, "pretrend");
        return test.isNull() ? Optional.empty() : Optional.of(wald(test));
    }

    /** The average of the estimates from the event on; empty if there is none. */
    static Optional<Coefficient> average(JsonNode node) {
        return Optional.ofNullable(node.get("average")).map(FitReader::coefficient);
    }

    /** The covariance of estimates by event time. */
    static List<List<Double>> covariance(JsonNode node) {
        return list(
                node,
                "covariance",
                row -> row.valueStream()
                        .map(entry -> entry.isNull() ? Double.NaN : entry.asDouble())
                        .toList());
    }

    /** Degrees of freedom, infinite ones being null. */
    static double degrees(JsonNode node, String key) {
        double df = number(node, key);
        return Double.isNaN(df) ? Double.POSITIVE_INFINITY : df;
    }

    static Fit.AtTime atTime(JsonNode node) {
        return new Fit.AtTime(
                field(node, "at").asInt(),
                number(node, "estimate"),
                number(node, "std_error"),
                number(node, "statistic"),
                number(node, "p_value"),
                number(node, "conf_low"),
                number(node, "conf_high"),
                field(node, "rows").asLong());
    }

    static Fit.WaldTest wald(JsonNode node) {
        return new Fit.WaldTest(
                number(node, "statistic"),
                number(node, "p_value"),
                field(node, "df1").asInt(),
                degrees(node, "df2"));
    }

    static Fit.Dropped dropped(JsonNode node) {
        return new Fit.Dropped(
                text(node, "name"),
                Fit.Dropped.Reason.valueOf(text(node, "reason").toUpperCase(Locale.ROOT)),
                list(node, "with", JsonNode::asString));
    }

    static Inference inference(JsonNode node) {
        JsonNode weights = field(node, "weights");
        return new Inference(
                text(node, "vcov"),
                field(node, "n").asLong(),
                field(node, "k").asInt(),
                list(
                        node,
                        "g",
                        g -> new Inference.Clusters(
                                text(g, "by"), field(g, "groups").asInt())),
                degrees(node, "df"),
                number(node, "factor"),
                text(node, "path"),
                text(node, "path_reason"),
                weights.isNull() ? Optional.empty() : Optional.of(weights.asString()),
                list(
                        node,
                        "lost",
                        l -> new Inference.Loss(
                                text(l, "reason"), field(l, "rows").asLong())),
                field(node, "repaired").asBoolean(),
                text(node, "conventions"),
                field(node, "k_exact").isNull()
                        ? OptionalInt.empty()
                        : OptionalInt.of(field(node, "k_exact").asInt()),
                list(
                        node,
                        "notes",
                        note -> Inference.Note.valueOf(
                                note.asString().toUpperCase(Locale.ROOT).replace('-', '_'))),
                Optional.ofNullable(node.get("absorption"))
                        .map(how -> new Inference.Absorption(
                                text(how, "solver"), field(how, "iterations").asInt(), number(how, "residual"))));
    }

    static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
        return field(node, key).valueStream().map(element).toList();
    }

    static String text(JsonNode node, String key) {
        return field(node, key).asString();
    }

    static double number(JsonNode node, String key) {
        JsonNode value = field(node, key);
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    static JsonNode field(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not the JSON of a fit: there is no `" + key + "`");
        }
        return value;
    }
}
