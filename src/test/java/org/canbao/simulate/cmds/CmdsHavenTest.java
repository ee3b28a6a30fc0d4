package org.canbao.simulate.cmds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other software reads the simulated files as they are meant: R's haven, where it is installed. */
class CmdsHavenTest {
    private static final String READ = """
            for (file in commandArgs(TRUE)) {
              d <- if (grepl("2016", file)) haven::read_dta(file) else haven::read_dta(file, encoding = "GB18030")
              labels <- unlist(lapply(d, function(x) attr(x, "label", exact = TRUE)))
              sex <- d[[grep("被访者：性别", labels, fixed = TRUE)[1]]]
              cat(nrow(d), ncol(d), length(labels), paste(names(attr(sex, "labels")), collapse = "/"),
                  sum(!is.na(sex)), "\\n")
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void rIsThere() throws Exception {
        assumeTrue(run("cat(requireNamespace('haven', quietly = TRUE))", List.of()).equals("TRUE"),
                "skipped: no R with the package haven (Debian: r-cran-haven)");
    }

    @Test
    void havenReadsEveryWaveWithItsLabels() throws Exception {
        new CmdsExtract(5, 0.0005, 2).write(folder);
        List<String> files = CmdsExtract.years().stream()
                .map(year -> CmdsExtract.persons(folder, year).toString())
                .toList();
        List<String> lines = run(READ, files).lines().toList();
        for (int w = 0; w < files.size(); w++) {
            CmdsWave wave = CmdsWave.all().get(w);
            int variables = CmdsLayout.of(wave).size();
            long rows = wave.rows(0.0005);
            assertThat(lines.get(w).strip())
                    .as(wave.file())
                    .isEqualTo(rows + " " + variables + " " + variables + " 男/女 " + rows);
        }
    }

    private static String run(String script, List<String> arguments) throws Exception {
        List<String> words = new java.util.ArrayList<>(List.of("Rscript", "-e", script));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } catch (IOException e) {
            return "";
        }
    }
}
