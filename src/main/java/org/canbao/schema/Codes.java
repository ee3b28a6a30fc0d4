package org.canbao.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each raw value becomes.
 *
 * @param targets harmonised values as text, by the label of the raw value or the raw value itself, in the order of the
 *     file
 * @param keepOthers whether raw values without a target are kept; otherwise they are rejects
 */
public record Codes(Map<String, String> targets, boolean keepOthers) {
    public Codes {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }
}
