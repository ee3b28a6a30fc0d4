package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger put into the output folder does not make canbao write or delete anything elsewhere. */
class OutputFolderTest {
    @TempDir
    Path folder;

    @Test
    void aManifestDeletesNothingOutsideItsFolder() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        assertThat(study.run().status()).isZero();
        Path precious = study.write("precious.txt", "keep me");
        Path manifest = study.output("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"results/a.json\" :", "\"../../precious.txt\" : \"0\",\n    \"results/a.json\" :"));

        CommandLineRun run = study.run();

        assertThat(run.status()).isZero();
        assertThat(precious).hasContent("keep me");
        assertThat(manifest).content().doesNotContain("precious");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link needs a privilege there")
    void aLinkOutOfTheOutputFolderIsRefused() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(study.output(""));
        Files.createSymbolicLink(study.output("tables"), elsewhere);

        CommandLineRun run = study.run();

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB0710", "tables` is a link that leads out of");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link needs a privilege there")
    void filesThatAreLinksAreReplacedNotWrittenThrough() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        Path precious = study.write("precious.txt", "keep me");
        Files.createDirectories(study.output("tables"));
        Files.createSymbolicLink(study.output("tables/one.md"), precious);
        Files.createSymbolicLink(study.output("run.log"), precious);
        Files.createLink(study.output("index.html"), precious);

        assertThat(study.run().status()).isZero();

        assertThat(precious).hasContent("keep me");
        assertThat(study.output("tables/one.md")).content().contains("One");
    }
}
