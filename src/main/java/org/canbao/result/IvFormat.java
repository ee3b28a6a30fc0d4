package org.canbao.result;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two-stage least squares as JSON; an infinite end of a confidence set is null. */
final class IvFormat implements FitFormat<IvFit> {
    @Override
    public Class<IvFit> type() {
        return IvFit.class;
    }

    @Override
    public String model() {
        return "iv";
    }

    @Override
    public void write(ObjectNode node, IvFit fit) {
        ArrayNode endogenous = node.putArray("endogenous");
        fit.endogenous().forEach(endogenous::add);
        ArrayNode stages = node.putArray("first_stage");
        fit.firstStages().forEach(stage -> firstStage(stages.addObject(), stage));
        ObjectNode rank = node.putObject("kleibergen_paap");
        chiSquared(rank, fit.tests().rank().wald());
        FitWriter.number(rank, "f", fit.tests().rank().f());
        fit.tests().effective().ifPresent(f -> {
            ObjectNode effective = node.putObject("effective_f");
            FitWriter.number(effective, "statistic", f.statistic());
            FitWriter.number(effective, "critical", f.critical());
            FitWriter.number(effective, "bias", f.bias());
        });
        wald(node.putObject("wu_hausman"), fit.tests().exogenous());
        node.put("exactly_identified", fit.tests().exactlyIdentified());
        fit.tests().overidentified().ifPresent(test -> chiSquared(node.putObject("sargan"), test));
        fit.tests().hansen().ifPresent(test -> chiSquared(node.putObject("hansen_j"), test));
        fit.tests().weakRobust().ifPresent(test -> andersonRubin(node.putObject("anderson_rubin"), test));
        FitWriter.regression(node, fit.regression());
    }

    private static void firstStage(ObjectNode node, IvFit.FirstStage stage) {
        node.put("endogenous", stage.endogenous());
        ArrayNode instruments = node.putArray("instruments");
        stage.instruments().forEach(c -> FitWriter.coefficient(instruments.addObject(), c));
        wald(node.putObject("f"), stage.f());
        stage.wald().ifPresent(test -> wald(node.putObject("wald"), test));
        FitWriter.number(node, "r2_partial", stage.r2Partial());
    }

    private static void andersonRubin(ObjectNode node, IvFit.AndersonRubin test) {
        wald(node, test.zero());
        ArrayNode set = node.putArray("set");
        for (IvFit.Interval interval : test.set()) {
            ObjectNode ends = set.addObject();
            FitWriter.number(ends, "low", interval.low());
            FitWriter.number(ends, "high", interval.high());
        }
    }

    private static void chiSquared(ObjectNode node, IvFit.ChiSquared test) {
        FitWriter.number(node, "statistic", test.statistic());
        FitWriter.number(node, "p_value", test.pValue());
        node.put("df", test.df());
    }

    private static void wald(ObjectNode node, Fit.WaldTest test) {
        FitWriter.number(node, "statistic", test.statistic());
        FitWriter.number(node, "p_value", test.pValue());
        node.put("df1", test.df1());
        FitWriter.number(node, "df2", test.df2());
    }

    @Override
    public IvFit read(JsonNode node) {
        JsonNode rank = FitReader.field(node, "kleibergen_paap");
        return new IvFit(
                FitReader.list(node, "endogenous", JsonNode::asString),
                FitReader.list(node, "first_stage", IvFormat::firstStage),
                new IvFit.Tests(
                        new IvFit.Rank(chiSquared(rank), FitReader.number(rank, "f")),
                        Optional.ofNullable(node.get("effective_f"))
                                .map(f -> new IvFit.EffectiveF(
                                        FitReader.number(f, "statistic"),
                                        FitReader.number(f, "critical"),
                                        FitReader.number(f, "bias"))),
                        FitReader.wald(FitReader.field(node, "wu_hausman")),
                        Optional.ofNullable(node.get("sargan")).map(IvFormat::chiSquared),
                        Optional.ofNullable(node.get("hansen_j")).map(IvFormat::chiSquared),
                        Optional.ofNullable(node.get("anderson_rubin"))
                                .map(test -> new IvFit.AndersonRubin(
                                        FitReader.wald(test), FitReader.list(test, "set", IvFormat::interval)))),
                FitReader.regression(node));
    }

    private static IvFit.FirstStage firstStage(JsonNode node) {
        return new IvFit.FirstStage(
                FitReader.text(node, "endogenous"),
                FitReader.list(node, "instruments", FitReader::coefficient),
                FitReader.wald(FitReader.field(node, "f")),
                Optional.ofNullable(node.get("wald")).map(FitReader::wald),
                FitReader.number(node, "r2_partial"));
    }

    private static IvFit.ChiSquared chiSquared(JsonNode node) {
        return new IvFit.ChiSquared(
                FitReader.number(node, "statistic"),
                FitReader.number(node, "p_value"),
                FitReader.field(node, "df").asInt());
    }

    private static IvFit.Interval interval(JsonNode node) {
        double low = FitReader.number(node, "low");
        double high = FitReader.number(node, "high");
        return new IvFit.Interval(
                Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low,
                Double.isNaN(high) ? Double.POSITIVE_INFINITY : high);
    }
}
