package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of fit as JSON and back. A new kind is one of these and a line in {@link FitJson}.
 *
 * @param <F> the fit
 */
interface FitFormat<F extends Fit> {
    /** The fit's type. */
    Class<F> type();

    /** The value of {@code model:} of its fits. */
    String model();

    /** Writes all fields but {@code model}. */
    void write(ObjectNode node, F fit);

    /**
     * The fit with these fields.
     *
     * @throws IllegalArgumentException if one is missing
     */
    F read(JsonNode node);
}
