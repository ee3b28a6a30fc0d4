package org.canbao.bench.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench behind {@code docs/coverage.md}: every claim finds its estimate and its truth. */
class CoverageTest {
    private static final Path PAGE = Path.of("docs/coverage.md");
    private static final int SPREAD = 3;

    @TempDir
    Path folder;

    @Test
    void everyClaimHasAnEstimateNearItsTruth() throws IOException {
        Coverage coverage = new Coverage(Path.of("configs/instant-settlement.yaml"), folder, 0.05);
        coverage.survey(1);
        assertThat(coverage.tallies()).hasSameSizeAs(Claims.ALL);
        List<String> page = Files.readAllLines(PAGE);
        coverage.tallies()
                .forEach((claim, tally) ->
                        assertThat(Math.abs(tally.bias())).as(claim.name()).isLessThan(6 * error(claim, tally, page)));
    }

    /** Where few cities make standard errors too small, the spread of estimates over the surveys of the page. */
    private static double error(Claim claim, Tally tally, List<String> page) {
        if (claim.promise() == Claim.Promise.HOLDS) {
            return tally.meanStandardError();
        }
        String row = page.stream()
                .filter(line -> line.startsWith("| " + claim.exhibit() + " | " + claim.name() + " | "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row.split(" \\| ")[SPREAD]);
    }

    @Test
    void thePageHasEveryClaim() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(CoveragePage.LESSONS.strip());
        assertThat(Claims.ALL)
                .allSatisfy(claim -> assertThat(page)
                        .contains(
                                "| " + claim.exhibit() + " | " + claim.name() + " | ",
                                claim.promise().text()));
    }
}
