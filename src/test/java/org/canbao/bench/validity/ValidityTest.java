package org.canbao.bench.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.canbao.engine.DuckDbEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The experiments of {@code docs/validity.md} with few samples: promises are kept, and failures fail. */
class ValidityTest {
    private static final int SAMPLES = 120;
    /** For some sixty methods on two counts each, all at once. */
    private static final double ERRORS = 3.5;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> methodsDoAsTheorySays() {
        return Questions.ALL.stream().map(q -> DynamicTest.dynamicTest(q.title(), () -> check(q)));
    }

    private void check(Question question) throws IOException {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            question.answer(SAMPLES, engine, folder)
                    .forEach((method, score) -> assertThat(score.keeps(
                                    method.promise(), method.promise() == Method.Promise.FAILS ? 1 : ERRORS))
                            .as("%s: %s", method.name(), score)
                            .isTrue());
        }
    }

    @Test
    void thePageAnswersEveryQuestion() throws IOException {
        String page = Files.readString(Path.of("docs/validity.md"));
        assertThat(Questions.ALL).allSatisfy(q -> {
            assertThat(page).contains("## " + q.title() + "\n", q.lesson());
            q.methods().forEach(m -> assertThat(page).contains("\n| " + m.name() + " | "));
        });
    }
}
