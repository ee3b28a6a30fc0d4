package org.canbao.sample;

import org.canbao.diag.Diagnostic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The attrition ledger as JSON, and back. */
public final class LedgerJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LedgerJson() {}

    /** The JSON text, with a line break at its end. */
    public static String write(Ledger ledger) {
        return JSON.writeValueAsString(ledger) + "\n";
    }

    /**
     * The ledger of a JSON text.
     *
     * @throws org.canbao.diag.CanbaoException if it is not one
     */
    public static Ledger read(String json) {
        try {
            return JSON.readValue(json, Ledger.class);
        } catch (JacksonException e) {
            throw Diagnostic.error(SampleCode.NO_ROWS, "not an attrition ledger: " + e.getOriginalMessage())
                    .toException();
        }
    }
}
