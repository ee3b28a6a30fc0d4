package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A discontinuity with a global polynomial as JSON. */
final class RdPolynomialFormat implements FitFormat<Fit.RdPolynomial> {
    @Override
    public Class<Fit.RdPolynomial> type() {
        return Fit.RdPolynomial.class;
    }

    @Override
    public String model() {
        return "rd-polynomial";
    }

    @Override
    public void write(ObjectNode node, Fit.RdPolynomial fit) {
        ObjectNode jump = node.putObject("jump");
        FitWriter.coefficient(jump, fit.jump());
        atCutoff(jump.putObject("untreated"), fit.untreated());
        atCutoff(jump.putObject("treated"), fit.treated());
        Fit.Discontinuity discontinuity = fit.discontinuity();
        node.put("running", discontinuity.running());
        FitWriter.number(node, "cutoff", discontinuity.cutoff());
        node.put("order", discontinuity.order());
        node.put("sides", discontinuity.separate() ? "separate" : "common");
        node.put("side", discontinuity.treatedRight() ? "right" : "left");
        ArrayNode window = node.putArray("window");
        discontinuity.window().forEach(window::add);
        ArrayNode polynomial = node.putArray("polynomial");
        fit.polynomial().forEach(polynomial::add);
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public Fit.RdPolynomial read(JsonNode node) {
        JsonNode jump = FitReader.field(node, "jump");
        return new Fit.RdPolynomial(
                new Fit.Discontinuity(
                        FitReader.text(node, "running"),
                        FitReader.number(node, "cutoff"),
                        FitReader.field(node, "order").asInt(),
                        FitReader.text(node, "sides").equals("separate"),
                        FitReader.text(node, "side").equals("right"),
                        FitReader.list(node, "window", JsonNode::asDouble)),
                atCutoff(FitReader.field(jump, "untreated")),
                atCutoff(FitReader.field(jump, "treated")),
                FitReader.list(node, "polynomial", JsonNode::asString),
                FitReader.regression(node));
    }

    private static void atCutoff(ObjectNode node, Fit.AtCutoff side) {
        FitWriter.number(node, "mean", side.mean());
        node.put("rows", side.rows());
    }

    private static Fit.AtCutoff atCutoff(JsonNode node) {
        return new Fit.AtCutoff(
                FitReader.number(node, "mean"), FitReader.field(node, "rows").asLong());
    }
}
