package org.canbao.bench.coverage;

import java.util.Map;

/**
 * A number of the study whose truth is known.
 *
 * @param exhibit where the study shows it
 * @param spec the id of its spec
 * @param coefficient the name of the coefficient
 * @param section the section of the truth file; empty if the truth is zero
 * @param key its key there
 * @param promise what theory says of its interval
 */
record Claim(String exhibit, String spec, String coefficient, String section, String key, Promise promise) {
    /** What theory says of an interval. */
    enum Promise {
        /** It covers in 95% of samples. */
        HOLDS("95%"),
        /** It rests on few cities, with which clustered standard errors are too small. */
        FEW_CITIES("below 95%: few cities");

        private final String text;

        Promise(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A claim that theory keeps. */
    static Claim of(String exhibit, String spec, String coefficient, String section, String key) {
        return new Claim(exhibit, spec, coefficient, section, key, Promise.HOLDS);
    }

    /** The true value in one survey. */
    double truth(Map<String, Map<String, Double>> truth) {
        return section.isEmpty() ? 0 : truth.get(section).get(key);
    }

    /** Its name, where specs have several. */
    String name() {
        return spec + ", " + coefficient;
    }
}
