package org.canbao.result;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The robustness of a discontinuity as JSON. */
final class RdRobustnessFormat implements FitFormat<RdRobustnessFit> {
    @Override
    public Class<RdRobustnessFit> type() {
        return RdRobustnessFit.class;
    }

    @Override
    public String model() {
        return "rd-robustness";
    }

    @Override
    public void write(ObjectNode node, RdRobustnessFit fit) {
        node.put("outcome", fit.outcome());
        node.put("running", fit.running());
        FitWriter.number(node, "cutoff", fit.cutoff());
        node.put("of", fit.baseModel());
        node.put("n", fit.n());
        ArrayNode lines = node.putArray("lines");
        fit.lines().forEach(line -> line(lines.addObject(), line));
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public RdRobustnessFit read(JsonNode node) {
        return new RdRobustnessFit(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "running"),
                FitReader.number(node, "cutoff"),
                FitReader.text(node, "of"),
                FitReader.list(node, "lines", RdRobustnessFormat::line),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static void line(ObjectNode node, RdRobustnessFit.Line line) {
        node.put("section", line.section().name().toLowerCase(Locale.ROOT));
        FitWriter.number(node, "value", line.value());
        node.put("covariate", line.name());
        node.putNull("estimate");
        line.estimate().ifPresent(c -> FitWriter.coefficient(node.putObject("estimate"), c));
        FitWriter.number(node, "low", line.low());
        FitWriter.number(node, "high", line.high());
        node.putArray("rows").add(line.left()).add(line.right());
        node.put("reason", line.reason());
    }

    private static RdRobustnessFit.Line line(JsonNode node) {
        JsonNode estimate = FitReader.field(node, "estimate");
        return new RdRobustnessFit.Line(
                RdRobustnessFit.Section.valueOf(FitReader.text(node, "section").toUpperCase(Locale.ROOT)),
                FitReader.number(node, "value"),
                FitReader.text(node, "covariate"),
                estimate.isNull() ? Optional.empty() : Optional.of(FitReader.coefficient(estimate)),
                FitReader.number(node, "low"),
                FitReader.number(node, "high"),
                FitReader.field(node, "rows").get(0).asLong(),
                FitReader.field(node, "rows").get(1).asLong(),
                FitReader.text(node, "reason"));
    }
}
