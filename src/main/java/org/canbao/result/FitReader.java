package org.canbao.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Fits from the fields that {@link FitWriter} writes. */
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
                list(
                        node,
                        "fixed_effects",
                        e -> new Fit.Absorbed(
                                text(e, "effect"), field(e, "levels").asInt())),
                number(node, "outcome_mean"),
                inference(field(node, "inference")),
                Optional.ofNullable(node.get("wild_bootstrap")).map(FitReader::wildBootstrap));
    }

    private static WildBootstrap wildBootstrap(JsonNode node) {
        return new WildBootstrap(
                text(node, "coefficient"),
                number(node, "null"),
                number(node, "statistic"),
                number(node, "p_value"),
                field(node, "draws").asInt(),
                field(node, "enumerated").asBoolean(),
                text(node, "weights"));
    }

    static Fit.EventStudy eventStudy(JsonNode node) {
        JsonNode binned = field(node, "binned");
        JsonNode test = field(node, "pretrend");
        return new Fit.EventStudy(
                list(node, "by", FitReader::atTime),
                list(node, "reference", JsonNode::asInt),
                new Fit.Binned(
                        field(binned, "first").asBoolean(),
                        field(binned, "last").asBoolean()),
                test.isNull() ? Optional.empty() : Optional.of(wald(test)),
                regression(node));
    }

    static Fit.RdPolynomial rdPolynomial(JsonNode node) {
        JsonNode jump = field(node, "jump");
        return new Fit.RdPolynomial(
                new Fit.Discontinuity(
                        text(node, "running"),
                        number(node, "cutoff"),
                        field(node, "order").asInt(),
                        text(node, "sides").equals("separate"),
                        text(node, "side").equals("right"),
                        list(node, "window", JsonNode::asDouble)),
                atCutoff(field(jump, "untreated")),
                atCutoff(field(jump, "treated")),
                list(node, "polynomial", JsonNode::asString),
                regression(node));
    }

    private static Fit.AtCutoff atCutoff(JsonNode node) {
        return new Fit.AtCutoff(number(node, "mean"), field(node, "rows").asLong());
    }

    static Fit.Placebo placebo(JsonNode node) {
        return new Fit.Placebo(
                text(node, "treatment"),
                coefficient(field(node, "actual")),
                list(
                        node,
                        "draws",
                        d -> new Fit.Draw(
                                number(d, "estimate"),
                                number(d, "std_error"),
                                number(d, "statistic"),
                                number(d, "p_value"))),
                field(node, "extreme").asInt(),
                number(node, "p_value"),
                regression(node));
    }

    private static Coefficient coefficient(JsonNode node) {
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

    private static Fit.AtTime atTime(JsonNode node) {
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

    private static Fit.WaldTest wald(JsonNode node) {
        return new Fit.WaldTest(
                number(node, "statistic"),
                number(node, "p_value"),
                field(node, "df1").asInt(),
                number(node, "df2"));
    }

    private static Fit.Dropped dropped(JsonNode node) {
        return new Fit.Dropped(
                text(node, "name"),
                Fit.Dropped.Reason.valueOf(text(node, "reason").toUpperCase(Locale.ROOT)),
                list(node, "with", JsonNode::asString));
    }

    private static Inference inference(JsonNode node) {
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
                field(node, "df").isNull() ? Double.POSITIVE_INFINITY : number(node, "df"),
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
                                note.asString().toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
        return field(node, key).valueStream().map(element).toList();
    }

    private static String text(JsonNode node, String key) {
        return field(node, key).asString();
    }

    private static double number(JsonNode node, String key) {
        JsonNode value = field(node, key);
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    private static JsonNode field(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not the JSON of a fit: there is no `" + key + "`");
        }
        return value;
    }
}
