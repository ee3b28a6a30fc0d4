package org.canbao.result;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fits as JSON and back. Keys are in a fixed order, numbers have all their digits, and what is not a number (NaN, an
 * infinite statistic) is null; reading gives NaN for it.
 */
public final class FitJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FitJson() {}

    /** A fit as JSON, ending in a line break. */
    public static String write(Fit fit) {
        return MAPPER.writeValueAsString(node(fit)).replace("\r\n", "\n") + "\n";
    }

    /** A fit as a JSON tree, for documents that hold several. */
    public static ObjectNode node(Fit fit) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("model", fit.model());
        if (fit instanceof Fit.EventStudy study) {
            FitWriter.eventStudy(node, study);
        } else if (fit instanceof Fit.RdPolynomial discontinuity) {
            FitWriter.rdPolynomial(node, discontinuity);
        } else if (fit instanceof Fit.Placebo placebo) {
            FitWriter.placebo(node, placebo);
        } else if (fit instanceof Fit.Regression regression) {
            FitWriter.regression(node, regression);
        } else {
            throw new IllegalStateException("no JSON for " + fit.getClass());
        }
        return node;
    }

    /**
     * A fit from its JSON.
     *
     * @throws IllegalArgumentException if the text is not the JSON of a fit
     */
    public static Fit read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON of a fit: " + e.getOriginalMessage(), e);
        }
    }

    /** A fit from its JSON tree. */
    public static Fit read(JsonNode node) {
        String model = node.path("model").asString("");
        return switch (model) {
            case "event-study" -> FitReader.eventStudy(node);
            case "rd-polynomial" -> FitReader.rdPolynomial(node);
            case "placebo" -> FitReader.placebo(node);
            case "" -> throw new IllegalArgumentException("not the JSON of a fit: there is no `model`");
            default -> FitReader.regression(node);
        };
    }
}
