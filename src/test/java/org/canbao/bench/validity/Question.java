package org.canbao.bench.validity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;

/**
 * One question and the experiment that answers it.
 *
 * @param title the question
 * @param population what samples look like, in words
 * @param lesson what fails, and what cures it
 * @param draws where samples come from
 * @param methods what is compared
 */
record Question(String title, String population, String lesson, Population draws, List<Method> methods) {
    /** The score of each method on the same samples. */
    Map<Method, Score> answer(int samples, DuckDbEngine engine, Path folder) throws IOException {
        Sample data = draws.load(samples, engine, folder);
        Map<Method, List<Method.Outcome>> outcomes = new LinkedHashMap<>();
        for (int s = 0; s < samples; s++) {
            int sample = s;
            Map<String, Fit> fits = new HashMap<>();
            for (Method method : methods) {
                Fit fit = fits.computeIfAbsent(method.spec(), spec -> method.fit(data, sample));
                outcomes.computeIfAbsent(method, m -> new ArrayList<>())
                        .add(method.reading().of(fit, draws.truth()));
            }
        }
        Map<Method, Score> scores = new LinkedHashMap<>();
        outcomes.forEach((method, all) -> scores.put(method, Score.of(all, draws.truth())));
        return scores;
    }
}
