package org.canbao.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A local-polynomial discontinuity as JSON; what both sides have is a pair, left first. */
final class RdLocalFormat implements FitFormat<RdLocalFit> {
    @Override
    public Class<RdLocalFit> type() {
        return RdLocalFit.class;
    }

    @Override
    public String model() {
        return "rd-local";
    }

    @Override
    public void write(ObjectNode node, RdLocalFit fit) {
        design(node, fit.design());
        ArrayNode rows = node.putArray("coefficients");
        fit.rows().forEach(row -> FitWriter.coefficient(rows.addObject(), row));
        ArrayNode firstStage = node.putArray("first_stage");
        fit.firstStage().forEach(row -> FitWriter.coefficient(firstStage.addObject(), row));
        numbers(node, "h", fit, RdLocalFit.Side::h);
        numbers(node, "b", fit, RdLocalFit.Side::b);
        counts(node, "n", fit, RdLocalFit.Side::n);
        counts(node, "n_h", fit, RdLocalFit.Side::nH);
        counts(node, "n_b", fit, RdLocalFit.Side::nB);
        counts(node, "unique", fit, RdLocalFit.Side::unique);
        if (fit.left().clusters().isPresent()) {
            counts(node, "clusters", fit, side -> side.clusters().orElseThrow());
        }
        numbers(node, "at_cutoff", fit, RdLocalFit.Side::value);
        numbers(node, "at_cutoff_corrected", fit, RdLocalFit.Side::corrected);
        FitWriter.dropped(node, fit.dropped());
        ArrayNode warnings = node.putArray("warnings");
        for (RdLocalFit.Warning warning : fit.warnings()) {
            ObjectNode entry =
                    warnings.addObject().put("kind", warning.kind().name().toLowerCase(Locale.ROOT));
            numbers(entry, "values", warning.values());
        }
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    private static void design(ObjectNode node, RdLocalFit.Design design) {
        node.put("outcome", design.outcome());
        node.put("running", design.running());
        design.treatment().ifPresent(treatment -> node.put("treatment", treatment));
        ArrayNode covariates = node.putArray("covariates");
        design.covariates().forEach(covariates::add);
        FitWriter.number(node, "cutoff", design.cutoff());
        node.put("order", design.order());
        node.put("q", design.biasOrder());
        node.put("deriv", design.derivative());
        node.put("kernel", design.kernel());
        node.put("bandwidth", design.bandwidth());
        node.put("masspoints", design.massPoints());
        FitWriter.number(node, "level", design.level());
        FitWriter.number(node, "scalepar", design.scale());
    }

    private static void numbers(ObjectNode node, String key, RdLocalFit fit, ToDoubleFunction<RdLocalFit.Side> of) {
        numbers(node, key, List.of(of.applyAsDouble(fit.left()), of.applyAsDouble(fit.right())));
    }

    private static void numbers(ObjectNode node, String key, List<Double> values) {
        ArrayNode array = node.putArray(key);
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
    }

    private static void counts(ObjectNode node, String key, RdLocalFit fit, ToLongFunction<RdLocalFit.Side> of) {
        node.putArray(key).add(of.applyAsLong(fit.left())).add(of.applyAsLong(fit.right()));
    }

    @Override
    public RdLocalFit read(JsonNode node) {
        return new RdLocalFit(
                design(node),
                side(node, 0),
                side(node, 1),
                FitReader.list(node, "coefficients", FitReader::coefficient),
                FitReader.list(node, "first_stage", FitReader::coefficient),
                FitReader.list(node, "dropped_detail", FitReader::dropped),
                FitReader.list(node, "warnings", RdLocalFormat::warning),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static RdLocalFit.Design design(JsonNode node) {
        return new RdLocalFit.Design(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "running"),
                Optional.ofNullable(node.get("treatment")).map(JsonNode::asString),
                FitReader.list(node, "covariates", JsonNode::asString),
                FitReader.number(node, "cutoff"),
                FitReader.field(node, "order").asInt(),
                FitReader.field(node, "q").asInt(),
                FitReader.field(node, "deriv").asInt(),
                FitReader.text(node, "kernel"),
                FitReader.text(node, "bandwidth"),
                FitReader.text(node, "masspoints"),
                FitReader.number(node, "level"),
                FitReader.number(node, "scalepar"));
    }

    private static RdLocalFit.Warning warning(JsonNode node) {
        return new RdLocalFit.Warning(
                RdLocalFit.Warning.Kind.valueOf(FitReader.text(node, "kind").toUpperCase(Locale.ROOT)),
                FitReader.list(node, "values", RdLocalFormat::number));
    }

    private static RdLocalFit.Side side(JsonNode node, int which) {
        return new RdLocalFit.Side(
                of(node, "n", which).asLong(),
                of(node, "n_h", which).asLong(),
                of(node, "n_b", which).asLong(),
                of(node, "unique", which).asLong(),
                node.has("clusters")
                        ? OptionalInt.of(of(node, "clusters", which).asInt())
                        : OptionalInt.empty(),
                number(of(node, "h", which)),
                number(of(node, "b", which)),
                number(of(node, "at_cutoff", which)),
                number(of(node, "at_cutoff_corrected", which)));
    }

    private static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.asDouble();
    }

    /** The entry of a pair. */
    private static JsonNode of(JsonNode node, String key, int which) {
        List<JsonNode> pair = FitReader.list(node, key, entry -> entry);
        if (pair.size() != 2) {
            throw new IllegalArgumentException("not the JSON of a fit: `" + key + "` is not a pair");
        }
        return pair.get(which);
    }
}
