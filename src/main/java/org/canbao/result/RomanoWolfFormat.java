package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Families of tests as JSON. */
final class RomanoWolfFormat implements FitFormat<RomanoWolfFit> {
    @Override
    public Class<RomanoWolfFit> type() {
        return RomanoWolfFit.class;
    }

    @Override
    public String model() {
        return "romano-wolf";
    }

    @Override
    public void write(ObjectNode node, RomanoWolfFit fit) {
        node.put("coefficient", fit.coefficient());
        ArrayNode hypotheses = node.putArray("hypotheses");
        for (RomanoWolfFit.Hypothesis h : fit.hypotheses()) {
            ObjectNode entry = hypotheses.addObject();
            FitWriter.coefficient(entry, h.estimate());
            entry.put("n", h.n());
            FitWriter.number(entry, "p_bootstrap", h.single());
            FitWriter.number(entry, "p_romano_wolf", h.romanoWolf());
            FitWriter.number(entry, "p_holm", h.holm());
            FitWriter.number(entry, "p_benjamini_hochberg", h.benjaminiHochberg());
        }
        node.put("bootstrap", fit.bootstrap());
        node.put("weights", fit.weights());
        node.put("draws", fit.draws());
        node.put("enumerated", fit.enumerated());
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public RomanoWolfFit read(JsonNode node) {
        return new RomanoWolfFit(
                FitReader.text(node, "coefficient"),
                FitReader.list(node, "hypotheses", RomanoWolfFormat::hypothesis),
                FitReader.text(node, "bootstrap"),
                FitReader.text(node, "weights"),
                FitReader.field(node, "draws").asInt(),
                FitReader.field(node, "enumerated").asBoolean(),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static RomanoWolfFit.Hypothesis hypothesis(JsonNode h) {
        Coefficient estimate = FitReader.coefficient(h);
        return new RomanoWolfFit.Hypothesis(
                estimate.name(),
                estimate,
                FitReader.field(h, "n").asLong(),
                FitReader.number(h, "p_bootstrap"),
                FitReader.number(h, "p_romano_wolf"),
                FitReader.number(h, "p_holm"),
                FitReader.number(h, "p_benjamini_hochberg"));
    }
}
