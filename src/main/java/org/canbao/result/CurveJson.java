package org.canbao.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.result.SpecificationCurve.Coverage;
import org.canbao.result.SpecificationCurve.Inert;
import org.canbao.result.SpecificationCurve.Point;
import org.canbao.result.SpecificationCurve.Specification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Specification curves as JSON and back; names and numbers are written as those of fits. */
public final class CurveJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CurveJson() {}

    /** A curve as JSON, ending in a line break. */
    public static String write(SpecificationCurve curve) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("curve", curve.curve());
        node.put("spec", curve.spec());
        node.put("coefficient", curve.coefficient());
        summary(node.putObject("summary"), curve);
        coverage(node.putObject("coverage"), curve.coverage());
        ObjectNode points = node.putObject("points");
        curve.points().forEach(point -> {
            ArrayNode options = points.putArray(point.id());
            point.options().forEach(options::add);
        });
        ArrayNode inert = node.putArray("inert");
        curve.inert().forEach(option ->
                inert.addObject().put("point", option.point()).put("option", option.option()));
        ArrayNode specifications = node.putArray("specifications");
        curve.specifications().forEach(s -> specification(specifications.addObject(), curve.points(), s));
        return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    private static void summary(ObjectNode node, SpecificationCurve curve) {
        List<Double> estimates = curve.estimates();
        node.put("specifications", curve.specifications().size());
        node.put("estimated", estimates.size());
        node.put("significant", curve.significant());
        node.put("same_sign", curve.sameSign());
        FitWriter.number(node, "median", curve.median());
        FitWriter.number(node, "least", estimates.isEmpty() ? Double.NaN : estimates.get(0));
        FitWriter.number(node, "greatest", estimates.isEmpty() ? Double.NaN : estimates.get(estimates.size() - 1));
    }

    private static void coverage(ObjectNode node, Coverage coverage) {
        node.put("combinations", coverage.combinations());
        node.put("drawn", coverage.drawn());
        node.put("seed", coverage.seed());
        node.put("same", coverage.same());
    }

    private static void specification(ObjectNode node, List<Point> points, Specification specification) {
        ObjectNode options = node.putObject("options");
        for (int p = 0; p < points.size(); p++) {
            options.put(points.get(p).id(), specification.options().get(p));
        }
        specification.estimate().ifPresent(e -> FitWriter.coefficient(node.putObject("estimate"), e));
        node.put("n", specification.n());
        node.put("problem", specification.problem());
    }

    /**
     * A curve from its JSON.
     *
     * @throws IllegalArgumentException if the text is not the JSON of a curve
     */
    public static SpecificationCurve read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON of a curve: " + e.getOriginalMessage(), e);
        }
    }

    private static SpecificationCurve read(JsonNode node) {
        Map<String, List<String>> points = new LinkedHashMap<>();
        FitReader.field(node, "points").properties().forEach(e -> {
            List<String> options = new ArrayList<>();
            e.getValue().forEach(option -> options.add(option.asString()));
            points.put(e.getKey(), options);
        });
        JsonNode coverage = FitReader.field(node, "coverage");
        return new SpecificationCurve(
                FitReader.text(node, "curve"),
                FitReader.text(node, "spec"),
                FitReader.text(node, "coefficient"),
                points.entrySet().stream()
                        .map(e -> new Point(e.getKey(), e.getValue()))
                        .toList(),
                FitReader.list(
                        node, "inert", one -> new Inert(FitReader.text(one, "point"), FitReader.text(one, "option"))),
                new Coverage(
                        FitReader.field(coverage, "combinations").asLong(),
                        FitReader.field(coverage, "drawn").asBoolean(),
                        FitReader.field(coverage, "seed").asLong(),
                        FitReader.field(coverage, "same").asLong()),
                FitReader.list(node, "specifications", one -> specification(one, points.keySet())));
    }

    private static Specification specification(JsonNode node, Iterable<String> points) {
        JsonNode options = FitReader.field(node, "options");
        List<String> chosen = new ArrayList<>();
        points.forEach(point -> chosen.add(FitReader.text(options, point)));
        return new Specification(
                chosen,
                Optional.ofNullable(node.get("estimate")).map(FitReader::coefficient),
                FitReader.field(node, "n").asLong(),
                FitReader.text(node, "problem"));
    }
}
