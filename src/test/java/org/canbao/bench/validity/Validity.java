package org.canbao.bench.validity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;

/** Writes {@code docs/validity.md}. */
public final class Validity {
    private Validity() {}

    /**
     * Runs every experiment.
     *
     * @param page the file to write
     * @param folder for the samples
     * @param samples of each population
     */
    public static void write(Path page, Path folder, int samples) throws IOException {
        Files.createDirectories(folder);
        ValidityPage text = new ValidityPage(samples);
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (Question question : Questions.ALL) {
                text.add(question, question.answer(samples, engine, folder));
                System.out.println(question.title());
            }
        }
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, text.toString());
    }
}
