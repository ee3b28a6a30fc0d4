package org.canbao.bench.validity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.canbao.engine.DuckDbEngine;
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
        Map<Method, Score> scores = new LinkedHashMap<>();
        for (Method method : methods) {
            scores.put(
                    method,
                    Score.of(
                            IntStream.range(0, samples)
                                    .mapToObj(s -> method.estimate(data, s, draws.truth()))
                                    .toList(),
                            draws.truth()));
        }
        return scores;
    }
}
