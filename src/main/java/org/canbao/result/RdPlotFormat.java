package org.canbao.result;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a discontinuity plot shows as JSON. */
final class RdPlotFormat implements FitFormat<RdPlotFit> {
    @Override
    public Class<RdPlotFit> type() {
        return RdPlotFit.class;
    }

    @Override
    public String model() {
        return "rd-plot";
    }

    @Override
    public void write(ObjectNode node, RdPlotFit fit) {
        node.put("outcome", fit.outcome());
        node.put("running", fit.running());
        FitWriter.number(node, "cutoff", fit.cutoff());
        node.put("order", fit.order());
        node.put("by", fit.by().orElse(null));
        node.put("n", fit.n());
        ArrayNode groups = node.putArray("groups");
        for (RdPlotFit.Group group : fit.groups()) {
            ObjectNode of = groups.addObject().put("name", group.name()).put("bins", group.rule());
            side(of.putObject("left"), group.left());
            side(of.putObject("right"), group.right());
        }
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public RdPlotFit read(JsonNode node) {
        return new RdPlotFit(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "running"),
                FitReader.number(node, "cutoff"),
                FitReader.field(node, "order").asInt(),
                Optional.of(FitReader.field(node, "by"))
                        .filter(by -> !by.isNull())
                        .map(JsonNode::asString),
                FitReader.list(
                        node,
                        "groups",
                        group -> new RdPlotFit.Group(
                                FitReader.text(group, "name"),
                                FitReader.text(group, "bins"),
                                side(FitReader.field(group, "left")),
                                side(FitReader.field(group, "right")))),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static void side(ObjectNode node, RdPlotFit.Side side) {
        node.put("rows", side.rows());
        node.put("number", side.bins());
        ArrayNode points = node.putArray("points");
        for (RdPlotFit.Bin bin : side.points()) {
            ObjectNode of = points.addObject();
            FitWriter.number(of, "from", bin.from());
            FitWriter.number(of, "to", bin.to());
            FitWriter.number(of, "x", bin.x());
            FitWriter.number(of, "mean_x", bin.meanX());
            FitWriter.number(of, "mean_y", bin.meanY());
            FitWriter.number(of, "conf_low", bin.confLow());
            FitWriter.number(of, "conf_high", bin.confHigh());
            of.put("rows", bin.rows());
        }
        ArrayNode curve = node.putArray("curve");
        for (RdPlotFit.Point point : side.curve()) {
            ObjectNode of = curve.addObject();
            FitWriter.number(of, "x", point.x());
            FitWriter.number(of, "y", point.y());
        }
    }

    private static RdPlotFit.Side side(JsonNode node) {
        return new RdPlotFit.Side(
                FitReader.field(node, "rows").asLong(),
                FitReader.field(node, "number").asInt(),
                FitReader.list(node, "points", RdPlotFormat::bin),
                FitReader.list(
                        node,
                        "curve",
                        point -> new RdPlotFit.Point(FitReader.number(point, "x"), FitReader.number(point, "y"))));
    }

    private static RdPlotFit.Bin bin(JsonNode node) {
        return new RdPlotFit.Bin(
                FitReader.number(node, "from"),
                FitReader.number(node, "to"),
                FitReader.number(node, "x"),
                FitReader.number(node, "mean_x"),
                FitReader.number(node, "mean_y"),
                FitReader.number(node, "conf_low"),
                FitReader.number(node, "conf_high"),
                FitReader.field(node, "rows").asLong());
    }
}
