package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several studies in one go, of which some cannot be run. */
class ReplicateCommandTest {
    @TempDir
    Path folder;

    private Path good;
    private Path failing;
    private Path unreadable;
    private Path without;

    @BeforeEach
    void studies() {
        SmallStudy study = new SmallStudy(folder);
        String own = SmallStudy.TEXT.replace("{dataset: panel}", "{dataset: panel, file: panel.csv}");
        good = study.write("small.yaml", own);
        failing = study.write(
                "failing.yaml", own.replace("study: small", "study: failing").replace("y ~ d", "y ~ gone"));
        unreadable = study.write("unreadable.yaml", own.replace("specs:", "spces:"));
        without = study.write("without.yaml", SmallStudy.TEXT.replace("study: small", "study: without"));
    }

    private CommandLineRun replicate(Object... more) {
        Object[] args = new Object[more.length + 5];
        Object[] first = {"replicate", "--out", folder.resolve("out"), "--store", folder.resolve("store")};
        System.arraycopy(first, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return CommandLineRun.of(args);
    }

    @Test
    void aFailureStopsNoOtherStudyAndIsShown() {
        CommandLineRun run = replicate(failing, good);

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.out())
                .containsPattern("failing +- +FAILED")
                .containsPattern("small +2 +- +- +\\d+\\.\\d")
                .contains("failed: failing (", "gone", "All studies: ");
        assertThat(run.err()).contains("`gone`");
        assertThat(folder.resolve("out/small/index.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/index.html"))
                .content()
                .contains("A small study")
                .doesNotContain("failing");
    }

    @Test
    void aStudyFileThatIsWrongIsOneOfThem() {
        CommandLineRun run = replicate(unreadable, good);

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("unknown key `spces`");
        assertThat(run.out()).contains("FAILED", "small");
    }

    @Test
    void whatHasNoDataAndCannotBeSimulatedIsNotRun() {
        CommandLineRun run = replicate(without, good);

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.out())
                .contains("not run: without (the store has no panel;")
                .containsPattern("small +2 ");
    }

    @Test
    void allIsWellWithoutAFailureAndTheSecondTimeNothingIsDone() throws IOException {
        assertThat(replicate(good).status()).isEqualTo(ExitStatus.DONE);
        byte[] page = Files.readAllBytes(folder.resolve("out/index.html"));

        CommandLineRun again = replicate(good);

        assertThat(again.out()).contains("up to date");
        assertThat(folder.resolve("out/index.html")).hasBinaryContent(page);
    }

    @Test
    void programsReadTheSameAsJson() {
        JsonNode root = JsonMapper.shared()
                .readTree(replicate(good, failing, without, "--format", "json").out());

        assertThat(root.get("studies")).hasSize(3);
        JsonNode done = root.get("studies").get(0);
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("summary").get("tables").asInt()).isEqualTo(2);
        assertThat(done.get("page").asString()).endsWith("index.html");
        assertThat(root.get("studies").get(1).get("error").asString()).contains("gone");
        assertThat(root.get("studies").get(2).get("missing").get(0).asString()).isEqualTo("panel");
    }
}
