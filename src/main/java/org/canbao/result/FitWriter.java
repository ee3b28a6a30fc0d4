package org.canbao.result;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of JSON that several fits share. */
final class FitWriter {
    private FitWriter() {}

    static void regression(ObjectNode node, Fit.Regression fit) {
        node.put("outcome", fit.outcome());
        ArrayNode coefficients = node.putArray("coefficients");
        fit.coefficients().forEach(c -> coefficient(coefficients.addObject(), c));
        node.put("n", fit.n());
        number(node, "r2", fit.r2());
        number(node, "r2_adj", fit.r2Adj());
        number(node, "r2_within", orNaN(fit.r2Within()));
        number(node, "outcome_mean", fit.outcomeMean());
        dropped(node, fit.dropped());
        fixedEffects(node, fit.fixedEffects());
        inference(node.putObject("inference"), fit.inference());
        fit.wildBootstrap().ifPresent(test -> wildBootstrap(node.putObject("wild_bootstrap"), test));
    }

    static void fixedEffects(ObjectNode node, List<Fit.Absorbed> absorbed) {
        ArrayNode effects = node.putArray("fixed_effects");
        for (Fit.Absorbed effect : absorbed) {
            effects.addObject().put("effect", effect.effect()).put("levels", effect.levels());
        }
    }

    static void wildBootstrap(ObjectNode node, WildBootstrap test) {
        node.put("coefficient", test.coefficient());
        number(node, "null", test.hypothesis());
        number(node, "statistic", test.statistic());
        number(node, "p_value", test.pValue());
        number(node, "conf_low", test.confLow());
        number(node, "conf_high", test.confHigh());
        node.put("draws", test.draws());
        node.put("enumerated", test.enumerated());
        node.put("weights", test.weights());
        node.put("type", test.type());
    }

    /** Estimates by event time, their reference, and the test of pre-trends. */
    static void byEventTime(ObjectNode node, ByEventTime fit) {
        ArrayNode by = node.putArray("by");
        for (Fit.AtTime at : fit.by()) {
            ObjectNode entry = by.addObject().put("at", at.at());
            estimate(entry, at.estimate(), at.stdError(), at.statistic(), at.pValue());
            number(entry, "conf_low", at.confLow());
            number(entry, "conf_high", at.confHigh());
            entry.put("rows", at.rows());
        }
        ArrayNode reference = node.putArray("reference");
        fit.reference().forEach(reference::add);
        node.putObject("binned")
                .put("first", fit.binned().first())
                .put("last", fit.binned().last());
        if (fit.pretrend().isPresent()) {
            Fit.WaldTest test = fit.pretrend().get();
            ObjectNode pretrend = node.putObject("pretrend");
            number(pretrend, "statistic", test.statistic());
            number(pretrend, "p_value", test.pValue());
            pretrend.put("df1", test.df1());
            number(pretrend, "df2", test.df2());
        } else {
            node.putNull("pretrend");
        }
        fit.average().ifPresent(average -> coefficient(node.putObject("average"), average));
        ArrayNode covariance = node.putArray("covariance");
        for (List<Double> row : fit.covariance()) {
            ArrayNode entries = covariance.addArray();
            for (double entry : row) {
                if (Double.isFinite(entry)) {
                    entries.add(entry);
                } else {
                    entries.addNull();
                }
            }
        }
    }

    static void coefficient(ObjectNode node, Coefficient c) {
        node.put("name", c.name());
        estimate(node, c.estimate(), c.stdError(), c.statistic(), c.pValue());
        number(node, "conf_low", c.confLow());
        number(node, "conf_high", c.confHigh());
        c.df().ifPresent(df -> number(node, "df", df));
    }

    static void estimate(ObjectNode node, double estimate, double stdError, double statistic, double pValue) {
        number(node, "estimate", estimate);
        number(node, "std_error", stdError);
        number(node, "statistic", statistic);
        number(node, "p_value", pValue);
    }

    /** The groups that are compared, with how many rows each has. */
    static void groups(ObjectNode node, List<String> values, List<Long> rows) {
        ArrayNode groups = node.putArray("groups");
        for (int i = 0; i < values.size(); i++) {
            groups.addObject().put("value", values.get(i)).put("n", rows.get(i));
        }
    }

    static void dropped(ObjectNode node, List<Fit.Dropped> dropped) {
        ArrayNode names = node.putArray("dropped");
        ArrayNode details = node.putArray("dropped_detail");
        for (Fit.Dropped d : dropped) {
            names.add(d.name());
            ObjectNode detail = details.addObject()
                    .put("name", d.name())
                    .put("reason", d.reason().name().toLowerCase(Locale.ROOT));
            ArrayNode with = detail.putArray("with");
            d.with().forEach(with::add);
        }
    }

    static void inference(ObjectNode node, Inference inference) {
        node.put("vcov", inference.vcov());
        node.put("n", inference.n());
        node.put("k", inference.k());
        ArrayNode clusters = node.putArray("g");
        for (Inference.Clusters by : inference.clusters()) {
            clusters.addObject().put("by", by.by()).put("groups", by.groups());
        }
        number(node, "df", inference.df());
        number(node, "factor", inference.factor());
        node.put("path", inference.path());
        node.put("path_reason", inference.pathReason());
        node.put("weights", inference.weights().orElse(null));
        ArrayNode lost = node.putArray("lost");
        for (Inference.Loss loss : inference.lost()) {
            lost.addObject().put("reason", loss.reason()).put("rows", loss.rows());
        }
        node.put("repaired", inference.repaired());
        node.put("conventions", inference.conventions());
        if (inference.kExact().isPresent()) {
            node.put("k_exact", inference.kExact().getAsInt());
        } else {
            node.putNull("k_exact");
        }
        ArrayNode notes = node.putArray("notes");
        inference
                .notes()
                .forEach(note -> notes.add(note.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        inference.absorption().ifPresent(absorption -> {
            ObjectNode how = node.putObject("absorption");
            how.put("solver", absorption.solver()).put("iterations", absorption.iterations());
            number(how, "residual", absorption.residual());
        });
    }

    static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
