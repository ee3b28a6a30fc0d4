package org.canbao.bench.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench behind {@code docs/coverage.md}: every claim finds its estimate and its truth. */
class CoverageTest {
    @TempDir
    Path folder;

    @Test
    void everyClaimHasAnEstimateNearItsTruth() throws IOException {
        Coverage coverage = new Coverage(Path.of("configs/instant-settlement.yaml"), folder, 0.05);
        coverage.survey(1);
        assertThat(coverage.tallies()).hasSameSizeAs(Claims.ALL);
        coverage.tallies()
                .forEach((claim, tally) ->
                        assertThat(Math.abs(tally.bias())).as(claim.name()).isLessThan(6 * tally.meanStandardError()));
    }

    @Test
    void thePageHasEveryClaim() throws IOException {
        String page = Files.readString(Path.of("docs/coverage.md"));
        assertThat(page).contains(CoveragePage.LESSONS.strip());
        assertThat(Claims.ALL)
                .allSatisfy(claim -> assertThat(page)
                        .contains(
                                "| " + claim.exhibit() + " | " + claim.name() + " | ",
                                claim.promise().text()));
    }
}
