package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in a study that only the data bring to light are told at the place in the study. */
class BadStudyTest {
    @TempDir
    Path folder;

    @Test
    void anExpressionThatOverflowsIsNamed() {
        SmallStudy study = new SmallStudy(folder);
        study.change("x * 2", "cast(9223372036854775807 as bigint) + year");

        CommandLineRun run = study.run();

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB0310", "small.yaml:7:").doesNotContain("COPY");
    }
}
