package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that fails half-way leaves nothing behind that a later run takes for its own. */
class FailedRunTest {
    @TempDir
    Path folder;

    /** The sample is made before the estimate fails; its ledger is the same, for only a derived column changed. */
    @Test
    void theSampleOfAFailedRunIsNotUsed() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        assertThat(study.run().status()).isZero();
        String before = Files.readString(study.output("results/a.json"));

        study.write("small.yaml", SmallStudy.TEXT.replace("x * 2", "x * 3").replace("y ~ d |", "y ~ 1 |"));
        assertThat(study.run().status()).isEqualTo(ExitStatus.INPUT_ERROR);
        study.restore();
        CommandLineRun again = study.run();

        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("done: sample (the sample there is was made for something else)");
        assertThat(study.output("results/a.json")).hasContent(before);
    }

    @Test
    void partsOfAKilledRunAreRemoved() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        Files.createDirectories(study.output("tables"));
        Path part = Files.writeString(study.output("tables/.one.md.4711-1.part"), "half a ta");
        Path spill = Files.createDirectories(study.output(".cache/spill/canbao-spill-4711-1"));
        Files.writeString(spill.resolve("block"), "spilt");

        assertThat(study.run().status()).isZero();

        assertThat(part).doesNotExist();
        assertThat(spill).doesNotExist();
    }

    @Test
    void twoInputsMayBeOneDataSetFromTwoFiles() throws IOException {
        SmallStudy study = new SmallStudy(folder);
        Path other = study.write("other.csv", "city,w\n0,1\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7\n7,8\n");
        study.change("  p: {dataset: panel}\n", "  p: {dataset: panel}\n  q: {dataset: panel}\n");

        CommandLineRun run = study.run("--input", "q=" + other);

        assertThat(run.err()).doesNotContain("error");
        assertThat(run.status()).isZero();
    }
}
