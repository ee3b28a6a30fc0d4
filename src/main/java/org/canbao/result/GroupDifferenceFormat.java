package org.canbao.result;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Differences between groups as JSON. */
final class GroupDifferenceFormat implements FitFormat<GroupDifferenceFit> {
    @Override
    public Class<GroupDifferenceFit> type() {
        return GroupDifferenceFit.class;
    }

    @Override
    public String model() {
        return "group-difference";
    }

    @Override
    public void write(ObjectNode node, GroupDifferenceFit fit) {
        node.put("outcome", fit.outcome());
        node.put("group", fit.group());
        FitWriter.groups(node, fit.values(), fit.rows());
        ArrayNode differences = node.putArray("differences");
        fit.differences().forEach(d -> write(differences.addObject(), d));
        node.put("resample", fit.resample());
        node.put("unit", fit.unit());
        node.put("draws", fit.draws());
        FitWriter.inference(node.putObject("inference"), fit.inference());
        ArrayNode remarks = node.putArray("remarks");
        fit.remarks().forEach(remarks::add);
    }

    private static void write(ObjectNode node, GroupDifferenceFit.Difference d) {
        node.put("name", d.name());
        FitWriter.number(node, "difference", d.difference());
        FitWriter.coefficient(node.putObject("first"), d.first());
        FitWriter.coefficient(node.putObject("second"), d.second());
        d.chow().ifPresent(c -> FitWriter.coefficient(node.putObject("chow"), c));
        d.stacked().ifPresent(c -> FitWriter.coefficient(node.putObject("stacked"), c));
        node.put("extreme", d.extreme());
        FitWriter.number(node, "p_value", d.pValue());
        FitWriter.number(node, "p_one_sided", d.oneSided());
        ArrayNode draws = node.putArray("draws");
        for (double draw : d.draws()) {
            FitWriter.number(draws.addObject(), "difference", draw);
        }
    }

    @Override
    public GroupDifferenceFit read(JsonNode node) {
        return new GroupDifferenceFit(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "group"),
                FitReader.list(node, "groups", g -> FitReader.text(g, "value")),
                FitReader.list(node, "groups", g -> FitReader.field(g, "n").asLong()),
                FitReader.list(node, "differences", GroupDifferenceFormat::difference),
                FitReader.text(node, "resample"),
                FitReader.text(node, "unit"),
                FitReader.field(node, "draws").asInt(),
                FitReader.inference(FitReader.field(node, "inference")),
                FitReader.list(node, "remarks", JsonNode::asString));
    }

    private static GroupDifferenceFit.Difference difference(JsonNode node) {
        return new GroupDifferenceFit.Difference(
                FitReader.text(node, "name"),
                FitReader.coefficient(FitReader.field(node, "first")),
                FitReader.coefficient(FitReader.field(node, "second")),
                FitReader.number(node, "difference"),
                Optional.ofNullable(node.get("chow")).map(FitReader::coefficient),
                Optional.ofNullable(node.get("stacked")).map(FitReader::coefficient),
                FitReader.list(node, "draws", d -> FitReader.number(d, "difference")),
                FitReader.field(node, "extreme").asInt(),
                FitReader.number(node, "p_value"),
                FitReader.number(node, "p_one_sided"));
    }
}
