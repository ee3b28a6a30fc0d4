package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Design;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Group-time effects as JSON: {@code att_gt}, {@code aggregate} by type, {@code cohorts}. */
final class CallawaySantannaFormat implements FitFormat<CallawaySantannaFit> {
    @Override
    public Class<CallawaySantannaFit> type() {
        return CallawaySantannaFit.class;
    }

    @Override
    public String model() {
        return "callaway-santanna";
    }

    @Override
    public void write(ObjectNode node, CallawaySantannaFit fit) {
        node.put("outcome", fit.outcome());
        design(node.putObject("design"), fit.design());
        ArrayNode effects = node.putArray("att_gt");
        fit.groupTimes().forEach(one -> groupTime(effects.addObject(), one));
        ObjectNode averages = node.putObject("aggregate");
        fit.averages().forEach(one -> average(averages.putObject(one.type()), one));
        node.put("att", fit.main());
        ArrayNode coefficients = node.putArray("coefficients");
        fit.coefficients().forEach(c -> FitWriter.coefficient(coefficients.addObject(), c));
        FitWriter.byEventTime(node, fit);
        node.put("pretrend_reason", fit.pretrendReason().orElse(null));
        if (!fit.gaps().isEmpty()) {
            ArrayNode gaps = node.putArray("gaps");
            fit.gaps().forEach(one -> gap(gaps.addObject(), one));
        }
        ArrayNode cohorts = node.putArray("cohorts");
        fit.cohorts().forEach(one -> cohort(cohorts.addObject(), one));
        node.put("n", fit.n());
        node.put("rows", fit.rows());
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public CallawaySantannaFit read(JsonNode node) {
        List<Average> averages = new ArrayList<>();
        FitReader.field(node, "aggregate")
                .properties()
                .forEach(entry -> averages.add(average(entry.getKey(), entry.getValue())));
        return new CallawaySantannaFit(
                FitReader.text(node, "outcome"),
                design(FitReader.field(node, "design")),
                FitReader.list(node, "att_gt", CallawaySantannaFormat::groupTime),
                averages,
                FitReader.text(node, "att"),
                FitReader.list(node, "reference", JsonNode::asInt),
                FitReader.covariance(node),
                FitReader.list(node, "cohorts", CallawaySantannaFormat::cohort),
                FitReader.pretrend(node),
                optional(node, "pretrend_reason"),
                node.has("gaps") ? FitReader.list(node, "gaps", CallawaySantannaFormat::gap) : List.of(),
                FitReader.field(node, "rows").asLong(),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static void design(ObjectNode node, Design design) {
        node.put("panel", design.panel());
        node.put("control", design.control());
        node.put("method", design.method());
        ArrayNode covariates = node.putArray("covariates");
        design.covariates().forEach(covariates::add);
        node.put("base", design.base());
        node.put("anticipation", design.anticipation());
        node.put("draws", design.draws());
        node.put("uniform", design.uniform());
    }

    private static Design design(JsonNode node) {
        return new Design(
                FitReader.field(node, "panel").asBoolean(),
                FitReader.text(node, "control"),
                FitReader.text(node, "method"),
                FitReader.list(node, "covariates", JsonNode::asString),
                FitReader.text(node, "base"),
                FitReader.field(node, "anticipation").asInt(),
                FitReader.field(node, "draws").asInt(),
                FitReader.field(node, "uniform").asBoolean());
    }

    private static void groupTime(ObjectNode node, GroupTime one) {
        node.put("group", one.group());
        node.put("time", one.time());
        node.put("base", one.base());
        effect(node, one.effect());
        node.put("treated", one.treated());
        node.put("controls", one.controls());
        node.put("reason", one.reason().orElse(null));
    }

    private static GroupTime groupTime(JsonNode node) {
        return new GroupTime(
                FitReader.field(node, "group").asInt(),
                FitReader.field(node, "time").asInt(),
                FitReader.field(node, "base").asInt(),
                effect(node),
                FitReader.field(node, "treated").asLong(),
                FitReader.field(node, "controls").asLong(),
                optional(node, "reason"));
    }

    private static void average(ObjectNode node, Average one) {
        if (one.overall().isPresent()) {
            effect(node.putObject("overall"), one.overall().get());
        } else {
            node.putNull("overall");
        }
        FitWriter.number(node, "critical_value", one.critical());
        if (one.type().equals("simple")) {
            node.putNull("by");
            return;
        }
        ArrayNode by = node.putArray("by");
        for (Point point : one.by()) {
            ObjectNode entry = by.addObject().put("at", point.at());
            effect(entry, point.effect());
            entry.put("treated", point.treated());
        }
    }

    private static Average average(String type, JsonNode node) {
        JsonNode overall = FitReader.field(node, "overall");
        return new Average(
                type,
                overall.isNull() ? Optional.empty() : Optional.of(effect(overall)),
                FitReader.number(node, "critical_value"),
                FitReader.list(
                        node,
                        "by",
                        point -> new Point(
                                FitReader.field(point, "at").asInt(),
                                effect(point),
                                FitReader.field(point, "treated").asLong())));
    }

    private static void effect(ObjectNode node, Effect effect) {
        FitWriter.estimate(node, effect.estimate(), effect.stdError(), effect.statistic(), effect.pValue());
        FitWriter.number(node, "conf_low", effect.confLow());
        FitWriter.number(node, "conf_high", effect.confHigh());
    }

    private static Effect effect(JsonNode node) {
        return new Effect(
                FitReader.number(node, "estimate"),
                FitReader.number(node, "std_error"),
                FitReader.number(node, "statistic"),
                FitReader.number(node, "p_value"),
                FitReader.number(node, "conf_low"),
                FitReader.number(node, "conf_high"));
    }

    private static void gap(ObjectNode node, Gap one) {
        node.put("estimate", one.estimate());
        node.put("cluster", one.cluster());
        node.put("reason", one.reason());
    }

    private static Gap gap(JsonNode node) {
        return new Gap(
                FitReader.text(node, "estimate"), FitReader.text(node, "cluster"), FitReader.text(node, "reason"));
    }

    private static void cohort(ObjectNode node, Cohort one) {
        node.put("cohort", one.cohort().orElse(null));
        node.put("size", one.size());
        node.put("used", one.used());
        node.put("role", one.role().name().toLowerCase(Locale.ROOT));
        node.put("reason", one.reason().orElse(null));
    }

    private static Cohort cohort(JsonNode node) {
        JsonNode cohort = FitReader.field(node, "cohort");
        return new Cohort(
                cohort.isNull() ? Optional.empty() : Optional.of(cohort.asInt()),
                FitReader.field(node, "size").asLong(),
                FitReader.field(node, "used").asLong(),
                CallawaySantannaFit.Role.valueOf(FitReader.text(node, "role").toUpperCase(Locale.ROOT)),
                optional(node, "reason"));
    }

    private static Optional<String> optional(JsonNode node, String key) {
        JsonNode value = FitReader.field(node, key);
        return value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
