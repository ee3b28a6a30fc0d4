package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example study on real data, which are not part of this repository. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CastleDoctrineTest {
    private static final Path DATA =
            Path.of(System.getProperty("canbao.shared", "../shared")).resolve("reference/real/data/castle.dta");

    /** What fixest 0.14.2 gives: feols(log(crime) ~ post | sid + year, weights = ~popwt, cluster = ~sid). */
    private static final Map<String, double[]> FIXEST = Map.of(
            "homicide", new double[] {0.0755332511461351, 0.0331936048646278},
            "burglary", new double[] {0.071702708143734, 0.0229952825893182},
            "robbery", new double[] {0.0384078693170152, 0.0218853942714385},
            "larceny", new double[] {0.00121253394150819, 0.0142187455017379});

    @TempDir
    static Path out;

    @BeforeAll
    static void theDataAreHere() {
        if (!Files.exists(DATA)) {
            Assumptions.abort("needs ../shared/reference/real/data/castle.dta: not here");
        }
    }

    @Test
    @Order(1)
    void theEstimatesAreThoseOfFixest() throws IOException {
        CommandLineRun.ok("run", "castle-doctrine", "--input", "states=" + DATA, "--out", out);

        for (Map.Entry<String, double[]> expected : FIXEST.entrySet()) {
            Path file = out.resolve("castle-doctrine/results/" + expected.getKey() + ".json");
            JsonNode post = JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .get("coefficients")
                    .get(0);
            // ln in the engine and log in Java differ by an ulp for some rows.
            assertThat(post.get("estimate").asDouble()).isCloseTo(expected.getValue()[0], within(1e-11));
            assertThat(post.get("std_error").asDouble()).isCloseTo(expected.getValue()[1], within(1e-11));
        }
        assertThat(out.resolve("castle-doctrine/tables/table-2.md"))
                .content()
                .contains("0.076\\*\\*", "(0.033)")
                .doesNotContain("Simulated");
    }

    @Test
    @Order(2)
    void aRerunGivesTheSameBytes() {
        CommandLineRun run = CommandLineRun.of(
                "verify", out.resolve("castle-doctrine"), "--rerun", "--input", "states=" + DATA, "--threads", 1);

        assertThat(run.out()).startsWith("passed: ");
        assertThat(run.status()).isZero();
    }
}
