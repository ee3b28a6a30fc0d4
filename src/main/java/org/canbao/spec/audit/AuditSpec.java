package org.canbao.spec.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds between the printed numbers of a study.
 *
 * @param stars the significance level of each mark, strictest first
 * @param series printed numbers by name
 * @param checks the checks, in the order of the file
 */
public record AuditSpec(Map<String, Double> stars, Map<String, SeriesSpec> series, List<CheckSpec> checks) {
    /** {@code ***} 1%, {@code **} 5%, {@code *} 10%. */
    public static final Map<String, Double> USUAL_STARS = usual();

    /** Nothing declared. */
    public static final AuditSpec NONE = new AuditSpec(USUAL_STARS, Map.of(), List.of());

    public AuditSpec {
        stars = Collections.unmodifiableMap(new LinkedHashMap<>(stars));
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        checks = List.copyOf(checks);
    }

    private static Map<String, Double> usual() {
        Map<String, Double> stars = new LinkedHashMap<>();
        stars.put("***", 0.01);
        stars.put("**", 0.05);
        stars.put("*", 0.1);
        return Collections.unmodifiableMap(stars);
    }
}
