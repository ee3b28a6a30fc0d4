package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study that needs no store: what it makes of printed facts is what is printed. */
class PublishedFactsStudyTest {
    @TempDir
    Path folder;

    @Test
    void activeCapitalRunsWithoutAStoreAndReproducesWhatIsPrinted() throws IOException {
        Path study = Path.of("configs/active-capital.yaml").toAbsolutePath();
        CommandLineRun.ok("run", study, "--out", folder, "--store", folder.resolve("none"));
        CommandLineRun compared = CommandLineRun.ok("compare", study, "--out", folder, "--strict");
        assertThat(compared.out()).contains("active-capital: full, 52 / 52");
        Path tables = folder.resolve("active-capital/tables");
        assertThat(Files.readString(tables.resolve("ratios.csv"))).contains("\"Published facts: shares printed");
        // 12 of the 14 have more outsiders of their own province, and none of the nine
        assertThat(Files.readString(tables.resolve("ratios.csv"))
                        .lines()
                        .filter(line -> line.contains(",5,More outsiders of the province,flag,1,")))
                .hasSize(12);
        // the text: 14 + 3 + 3 + 1 capitals, 3 for hukou only, 7 of the nine without a rule
        assertThat(Files.readString(tables.resolve("typology.csv")))
                .contains("typology,holders,Permit holders,3,Number,count,12,")
                .contains("typology,holders_and_family,Permit holders and their children,3,Number,count,2,")
                .contains("typology,hukou_only,Adults with local hukou only,3,Number,count,3,")
                .contains("typology,nobody,Nobody,3,Number,count,7,");
        assertThat(Files.readString(tables.resolve("provinces.csv")))
                .contains("2,Number,count,19,", "2,Number,count,5,");
        String page = Files.readString(folder.resolve("active-capital/index.html"));
        assertThat(page)
                .contains(
                        "tables that belong to the study; none of it simulated",
                        "<td>Joined with Rules of cities (0 rows without a match)</td>",
                        "<p class=\"lead\">Published facts: rules of cities");
        assertThat(Files.readString(folder.resolve("active-capital/index.zh.html")))
                .contains("随研究提供的表格，均非模拟", "<td>合并各城市参保规定（0行未匹配）</td>", "<td>各省文件</td>");
    }
}
