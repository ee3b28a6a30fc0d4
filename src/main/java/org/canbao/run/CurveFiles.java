package org.canbao.run;

import java.util.List;
import java.util.Optional;

/** How the files of specification curves are called, and their fingerprints among those of exhibits. */
final class CurveFiles {
    /** The folder of their numbers, in that of the study. */
    static final String FOLDER = "choices";

    private static final String FIGURE = "/figure";

    private CurveFiles() {}

    /** The key of the fingerprint of a curve's numbers. */
    static String numbersOf(String curve) {
        return FOLDER + "/" + curve;
    }

    /** The key of the fingerprint of its figure. */
    static String figureOf(String curve) {
        return numbersOf(curve) + FIGURE;
    }

    /** The curve whose fingerprint has this key; empty if it is that of something else. */
    static Optional<String> curveOf(String key) {
        if (!key.startsWith(FOLDER + "/")) {
            return Optional.empty();
        }
        String curve = key.substring(FOLDER.length() + 1);
        return Optional.of(curve.endsWith(FIGURE) ? curve.substring(0, curve.length() - FIGURE.length()) : curve);
    }

    static String json(String curve) {
        return FOLDER + "/" + curve + ".json";
    }

    static String csv(String curve) {
        return FOLDER + "/" + curve + ".csv";
    }

    /** The files of a curve's numbers. */
    static List<String> numbers(String curve) {
        return List.of(json(curve), csv(curve));
    }
}
