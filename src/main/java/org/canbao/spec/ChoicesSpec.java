package org.canbao.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a study leaves open, and the specification curves over it.
 *
 * @param points the open points, by id
 * @param curves the curves, by id
 */
public record ChoicesSpec(Map<String, ChoicePoint> points, Map<String, CurveSpec> curves) {
    /** A study that leaves nothing open. */
    public static final ChoicesSpec NONE = new ChoicesSpec(Map.of(), Map.of());

    public ChoicesSpec {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }
}
