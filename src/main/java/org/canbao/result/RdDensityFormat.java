package org.canbao.result;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A density test as JSON. Pairs are left, then right. */
final class RdDensityFormat implements FitFormat<RdDensityFit> {
    @Override
    public Class<RdDensityFit> type() {
        return RdDensityFit.class;
    }

    @Override
    public String model() {
        return "rd-density";
    }

    @Override
    public void write(ObjectNode node, RdDensityFit fit) {
        RdDensityFit.Setting setting = fit.setting();
        node.put("running", setting.running());
        FitWriter.number(node, "cutoff", setting.cutoff());
        FitWriter.number(node, "statistic", fit.statistic());
        FitWriter.number(node, "p_value", fit.pValue());
        pair(node.putArray("h"), fit.left().h(), fit.right().h());
        node.putArray("n_h").add(fit.left().used()).add(fit.right().used());
        node.putArray("n_side").add(fit.left().rows()).add(fit.right().rows());
        node.put("n", fit.n());
        ObjectNode density = node.putObject("density");
        estimate(density.putObject("left"), fit.left().density());
        estimate(density.putObject("right"), fit.right().density());
        estimate(density.putObject("difference"), fit.difference());
        node.put("order", setting.order());
        node.put("bias_order", setting.biasOrder());
        node.put("kernel", setting.kernel());
        node.put("fit", setting.restricted() ? "restricted" : "unrestricted");
        node.put("bandwidth", setting.bandwidth());
        node.put("mass_points", setting.massPoints());
        ArrayNode tests = node.putArray("binomial");
        fit.binomial().forEach(test -> binomial(tests.addObject(), test));
        ArrayNode bars = node.putArray("histogram");
        fit.histogram().forEach(bar -> bar(bars.addObject(), bar));
        ArrayNode curve = node.putArray("curve");
        fit.curve().forEach(point -> point(curve.addObject(), point));
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public RdDensityFit read(JsonNode node) {
        JsonNode density = FitReader.field(node, "density");
        return new RdDensityFit(
                new RdDensityFit.Setting(
                        FitReader.text(node, "running"),
                        FitReader.number(node, "cutoff"),
                        FitReader.field(node, "order").asInt(),
                        FitReader.field(node, "bias_order").asInt(),
                        FitReader.text(node, "kernel"),
                        FitReader.text(node, "fit").equals("restricted"),
                        FitReader.text(node, "bandwidth"),
                        FitReader.field(node, "mass_points").asBoolean()),
                FitReader.number(node, "statistic"),
                FitReader.number(node, "p_value"),
                side(node, 0, estimate(density, "left")),
                side(node, 1, estimate(density, "right")),
                estimate(density, "difference"),
                FitReader.list(node, "binomial", RdDensityFormat::binomial),
                FitReader.list(node, "histogram", RdDensityFormat::bar),
                FitReader.list(node, "curve", RdDensityFormat::point),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static RdDensityFit.Side side(JsonNode node, int place, RdDensityFit.Estimate density) {
        List<JsonNode> h = FitReader.list(node, "h", value -> value);
        return new RdDensityFit.Side(
                FitReader.list(node, "n_side", JsonNode::asLong).get(place),
                FitReader.list(node, "n_h", JsonNode::asLong).get(place),
                h.get(place).isNull() ? Double.NaN : h.get(place).asDouble(),
                density);
    }

    private static void pair(ArrayNode array, double left, double right) {
        for (double value : new double[] {left, right}) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
    }

    private static void estimate(ObjectNode node, RdDensityFit.Estimate estimate) {
        FitWriter.number(node, "estimate", estimate.estimate());
        FitWriter.number(node, "std_error", estimate.stdError());
    }

    private static RdDensityFit.Estimate estimate(JsonNode node, String key) {
        JsonNode of = FitReader.field(node, key);
        return new RdDensityFit.Estimate(FitReader.number(of, "estimate"), FitReader.number(of, "std_error"));
    }

    private static void binomial(ObjectNode node, RdDensityFit.Binomial test) {
        pair(node.putArray("width"), test.leftWidth(), test.rightWidth());
        node.putArray("rows").add(test.leftRows()).add(test.rightRows());
        FitWriter.number(node, "p_value", test.pValue());
    }

    private static RdDensityFit.Binomial binomial(JsonNode node) {
        List<Double> width = FitReader.list(node, "width", JsonNode::asDouble);
        List<Long> rows = FitReader.list(node, "rows", JsonNode::asLong);
        return new RdDensityFit.Binomial(
                width.get(0), width.get(1), rows.get(0), rows.get(1), FitReader.number(node, "p_value"));
    }

    private static void bar(ObjectNode node, RdDensityFit.Bar bar) {
        FitWriter.number(node, "from", bar.from());
        FitWriter.number(node, "to", bar.to());
        node.put("rows", bar.rows());
        FitWriter.number(node, "density", bar.density());
    }

    private static RdDensityFit.Bar bar(JsonNode node) {
        return new RdDensityFit.Bar(
                FitReader.number(node, "from"),
                FitReader.number(node, "to"),
                FitReader.field(node, "rows").asLong(),
                FitReader.number(node, "density"));
    }

    private static void point(ObjectNode node, RdDensityFit.Point point) {
        node.put("side", point.right() ? "right" : "left");
        FitWriter.number(node, "at", point.at());
        FitWriter.number(node, "density", point.density());
        FitWriter.number(node, "conf_low", point.confLow());
        FitWriter.number(node, "conf_high", point.confHigh());
    }

    private static RdDensityFit.Point point(JsonNode node) {
        return new RdDensityFit.Point(
                FitReader.text(node, "side").equals("right"),
                FitReader.number(node, "at"),
                FitReader.number(node, "density"),
                FitReader.number(node, "conf_low"),
                FitReader.number(node, "conf_high"));
    }
}
