package org.canbao.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.yaml.FormulaParser;
import org.canbao.yaml.SpecReader;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README, word for word: its commands run in the order of the page, with its YAML blocks in the files that their first
 * lines name, and they print what the page shows of them. Run with {@code -Dcanbao.snapshots=write} to take its figure
 * anew.
 */
class ReadmeTest {
    private static final MarkdownPage README = MarkdownPage.read("README.md");
    private static final Path FIGURE = Path.of(".github/event-study.svg");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands of the README are those of a shell")
    void commandsRunAndPrintWhatThePageShows(@TempDir Path folder) throws Exception {
        CopyOfTheRepository copy = new CopyOfTheRepository(folder);
        for (MarkdownPage.Block example : README.blocks("yaml")) {
            Files.writeString(copy.resolve(fileOf(example)), example.text());
        }
        String printed = "";
        for (MarkdownPage.Block block : README.blocks()) {
            if (block.language().equals("sh")) {
                printed = copy.run(withoutClone(block.text()));
            } else if (block.language().equals("text")) {
                printed = shows(printed, block.text());
            }
        }
        figureIsTheOneOfTheExample(copy.resolve("out/staggered-example/figures/figure-1.svg"));
    }

    @Test
    void yamlIsReadWithoutAFinding() {
        assertThat(README.blocks("yaml")).hasSizeGreaterThan(2).allSatisfy(example -> {
            if (example.text().contains("\nstudy:")) {
                StudyReader.read(example.text(), fileOf(example), new Problems());
            } else {
                SpecReader.read(example.text(), fileOf(example));
            }
        });
    }

    @Test
    void formulasAreRead() {
        List<String> formulas = README.blocks("formula").get(0).text().lines().toList();
        assertThat(formulas).hasSizeGreaterThan(8).allSatisfy(line -> {
            String formula = line.substring(0, line.indexOf(" #")).strip();
            assertThat(FormulaParser.parse(formula, Place.of("README.md")).text())
                    .isEqualTo(formula);
        });
    }

    /** The lines are printed in this order; what follows an ellipsis may come later, and seconds differ. */
    private static String shows(String printed, String shown) {
        String rest = withoutSeconds(printed);
        for (String line : withoutSeconds(shown).lines().toList()) {
            if (!line.equals("…")) {
                assertThat(rest).as("what the command prints").contains(line + "\n");
                rest = rest.substring(rest.indexOf(line + "\n"));
            }
        }
        return rest;
    }

    private static String withoutSeconds(String text) {
        return text.replaceAll("seconds|\\d+\\.\\d  out/", "S  out/").replaceAll(" +S", " S");
    }

    private static String withoutClone(String commands) {
        return commands.replaceAll("(?m)^git clone .*\n", "");
    }

    private static String fileOf(MarkdownPage.Block example) {
        String first = example.text().lines().findFirst().orElseThrow();
        assertThat(first).as("the first line of a YAML block names its file").matches("# [a-z-]+\\.yaml");
        return first.substring(2);
    }

    /** Places to a thousandth of a point: the logarithm of another machine differs in the last of seventeen digits. */
    private static String rounded(String svg) {
        return Pattern.compile("-?\\d+\\.\\d{3,}").matcher(svg).replaceAll(number -> {
            BigDecimal place = new BigDecimal(number.group()).setScale(3, RoundingMode.HALF_EVEN);
            return place.toPlainString();
        });
    }

    private static void figureIsTheOneOfTheExample(Path made) throws IOException {
        if ("write".equals(System.getProperty("canbao.snapshots"))) {
            Files.writeString(FIGURE, Files.readString(made));
        }
        assertThat(rounded(Files.readString(FIGURE))).isEqualTo(rounded(Files.readString(made)));
    }
}
