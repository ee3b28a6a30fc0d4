package org.canbao.result;

import java.util.List;
import org.canbao.privacy.Protection;
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

    /** One format per kind of fit. */
    static final List<FitFormat<?>> FORMATS = List.of(
            new RegressionFormat(), //
            new EventStudyFormat(),
            new RdPolynomialFormat(),
            new RdLocalFormat(),
            new RdDensityFormat(),
            new RdPlotFormat(),
            new RdRandomizationFormat(),
            new RdRobustnessFormat(),
            new CallawaySantannaFormat(),
            new SunAbrahamFormat(),
            new ImputationFormat(),
            new BaconFormat(),
            new TwfeWeightsFormat(),
            new HonestDidFormat(),
            new IvFormat(),
            new LikelihoodFormat("poisson"),
            new LikelihoodFormat("logit"),
            new RandomizationFormat(),
            new RomanoWolfFormat(),
            new GroupDifferenceFormat(),
            new ExactTestFormat(),
            new OsterFormat(),
            new OrderedFormat("ordered-logit"),
            new OrderedFormat("ordered-probit"),
            new PlaceboFormat());

    private FitJson() {}

    /** A fit as JSON, ending in a line break. */
    public static String write(Fit fit) {
        return text(node(fit));
    }

    /** A fit as JSON that may be shown: small counts are texts, so that {@link #read} cannot read it. */
    public static String write(Fit fit, Protection protection) {
        ObjectNode node = node(fit);
        DisclosedJson.hide(node, protection);
        return text(node);
    }

    private static String text(ObjectNode node) {
        return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    /** A fit as a JSON tree, for documents that hold several. */
    public static ObjectNode node(Fit fit) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("model", fit.model());
        write(node, fit);
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
        for (FitFormat<?> format : FORMATS) {
            if (format.model().equals(model)) {
                return format.read(node);
            }
        }
        throw new IllegalArgumentException(
                "not the JSON of a fit: " + (model.isEmpty() ? "there is no `model`" : "no model `" + model + "`"));
    }

    private static void write(ObjectNode node, Fit fit) {
        for (FitFormat<?> format : FORMATS) {
            if (format.type() == fit.getClass()) {
                write(format, node, fit);
                return;
            }
        }
        throw new IllegalStateException("no JSON for " + fit.getClass());
    }

    private static <F extends Fit> void write(FitFormat<F> format, ObjectNode node, Fit fit) {
        format.write(node, format.type().cast(fit));
    }
}
