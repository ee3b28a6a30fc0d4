package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.canbao.report.table.Stars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A study that has been run, compared with what was printed of it. */
class CompareCommandTest {
    private static final String MAP = """
            exhibits:
              table-1: {columns: {(1): a, (2): b}, rows: {policy: d}}
              table-2: {table: three, columns: {mean: Mean, n: 1}}
            not_compared:
              text: It repeats the tables
            """;

    @TempDir
    static Path folder;

    private static SmallStudy study;

    @BeforeAll
    static void runAStudy() throws IOException {
        study = new SmallStudy(folder);
        Files.createDirectories(folder.resolve("printed"));
        writeStudy();
        print("");
        assertThat(study.run().err()).doesNotContain("error");
        assertThat(study.output("results/a.json")).exists();
    }

    @BeforeEach
    void restore() {
        writeStudy();
        print("");
    }

    private static void writeStudy() {
        study.write(
                "small.yaml",
                SmallStudy.TEXT.replace("y ~ z | city", "y ~ x + d | city")
                        + "  three: {kind: summary, title: Three, variables: [y, x], statistics: [n, mean], digits: 2}\n"
                        + "published: printed\n");
        study.write("printed/map.yaml", MAP);
    }

    @Test
    void whatRoundsToThePrintedNumbersIsFull() throws IOException {
        print(coefficient("(1)", "x", "a", "x", 0) + coefficient("(2)", "policy", "b", "d", 0) + n("(2)", 192));
        printSummary(mean("y"));

        CommandLineRun run = compare("--strict");

        assertThat(run.err()).doesNotContain("error");
        assertThat(run.out()).contains("small: full, 5 / 5", "table-1  full", "table-2  full", "It repeats the tables");
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        for (String file : new String[] {"compare.md", "compare.html", "compare.csv", "compare.json"}) {
            assertThat(study.output(file)).isNotEmptyFile();
        }
    }

    @Test
    void aSmallDifferenceIsMinorAndALargeOnePartial() throws IOException {
        print(coefficient("(1)", "x", "a", "x", 0) + coefficient("(2)", "policy", "b", "d", 0.05));
        assertThat(compare("--strict")).satisfies(run -> {
            assertThat(run.out()).contains("table-1  minor differences", "1 inside rounding, 1 minor of 2 numbers");
            assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        });
        print(coefficient("(1)", "x", "a", "x", 0) + coefficient("(2)", "policy", "b", "d", 0.9));
        assertThat(compare("--strict")).satisfies(run -> {
            assertThat(run.out()).contains("table-1  partial");
            assertThat(run.status()).isEqualTo(ExitStatus.CHECK_FAILED);
        });
        print(coefficient("(2)", "policy", "b", "d", 40));
        assertThat(compare().out()).contains("table-1  not reproduced", "1 different of 1 number");
        assertThat(compare().status()).isEqualTo(ExitStatus.DONE);
    }

    /** The grade of the study covers all; every file says beside it what each exhibit has, and why. */
    @Test
    void everyFormatHasTheGradeOfEachExhibit() throws IOException {
        print(coefficient("(1)", "x", "a", "x", 0) + coefficient("(2)", "policy", "b", "d", 0.9));
        printSummary(mean("y"));
        assertThat(compare("--strict").status()).isEqualTo(ExitStatus.CHECK_FAILED);
        assertThat(Files.readString(study.output("compare.md")))
                .contains("| table-1 | partial | 1 inside rounding, 1 similar of 2 numbers |", "| table-2 | full |");
        assertThat(Files.readString(study.output("compare.html")))
                .contains("<p class=\"lead\">partial: 1 inside rounding, 1 similar of 2 numbers</p>");
        assertThat(Files.readString(study.output("compare.csv")).lines().skip(1))
                .anyMatch(line -> line.startsWith("small,table-1,") && line.endsWith(",partial,false"))
                .anyMatch(line -> line.startsWith("small,table-2,") && line.endsWith(",full,false"));
        JsonNode exhibits = JsonMapper.shared()
                .readTree(Files.readString(study.output("compare.json")))
                .get("exhibits");
        assertThat(exhibits.get(0).get("grade").asString()).isEqualTo("partial");
        assertThat(exhibits.get(0).get("reason").asString()).contains("1 similar of 2 numbers");
        assertThat(exhibits.get(1).get("grade").asString()).isEqualTo("full");
    }

    @Test
    void whatIsNotThereIsNamedWithTheReason() throws IOException {
        print(
                "table-1,(1),weight,coefficient,0.1,0.1,,\ntable-1,(3),x,coefficient,0.1,0.1,,\ntable-9,(1),x,percent,5,,,\n");
        CommandLineRun run = compare();
        assertThat(run.out())
                .contains("`a` has no coefficient `weight`", "the map has no column `(3)`", "The map does not name it");
        JsonNode json = JsonMapper.shared().readTree(compare("--format", "json").out());
        assertThat(json.get("grade").asString()).isEqualTo("partial");
        assertThat(json.get("passed").asBoolean()).isFalse();
    }

    @Test
    void aMapPicksStatisticsAndPartsAndSaysWhatIsNowhere() throws IOException {
        study.write("printed/map.yaml", """
                exhibits:
                  table-1:
                    columns: {(1): a}
                    rows:
                      error: {coefficient: x, of: std_error}
                      lost: {none: {en: It was never estimated, zh: 从未估计}}
                    statistics: {p: {of: p_value}}
                  table-2: {table: three, columns: {all: Mean}, statistics: {n: {columns: {all: N}}}}
                """);
        JsonNode x = JsonMapper.shared()
                .readTree(Files.readString(study.output("results/a.json")))
                .get("coefficients")
                .get(0);
        study.write(
                "printed/table-1.csv",
                "table,column,row,statistic,value\ntable-1,(1),error,std_error,"
                        + rounded(x.get("std_error").asDouble(), 4) + "\ntable-1,(1),x,p,"
                        + rounded(x.get("p_value").asDouble(), 4) + "\ntable-1,(1),lost,coefficient,1\n");
        study.write(
                "printed/table-2.csv",
                "table,column,row,statistic,value\ntable-2,all,y,mean," + mean("y") + "\ntable-2,all,y,n,192\n");
        Files.delete(folder.resolve("printed/text.csv"));

        CommandLineRun run = compare();

        assertThat(run.out())
                .contains(
                        "table-1  partial           2 inside rounding, 1 missing of 3 numbers: It was never estimated")
                .contains("table-2  full", "without a replication: table-1, (1), lost (It was never estimated)");
        assertThat(CommandLineRun.of("compare", folder.resolve("small.yaml"), "--out", study.out(), "--lang", "zh")
                        .out())
                .contains("从未估计");
    }

    @Test
    void aMapOfTablesThatAreNotPrintedIsWrong() {
        study.write("printed/map.yaml", MAP.replace("table-2:", "table-3:"));
        CommandLineRun run = compare();
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB1105", "the map names `table-3`");
    }

    @Test
    void aStudyThatWasNotRunSaysSo() {
        CommandLineRun run =
                CommandLineRun.of("compare", folder.resolve("small.yaml"), "--out", folder.resolve("none"));
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB1101", "run the study first");
    }

    @Test
    void aStudyWithoutPublishedNumbersSaysSo() {
        study.restore();
        CommandLineRun run = compare();
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains("CB1103", "names no published numbers");
    }

    private CommandLineRun compare(Object... more) {
        Object[] args = new Object[more.length + 4];
        System.arraycopy(new Object[] {"compare", folder.resolve("small.yaml"), "--out", study.out()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandLineRun.of(args);
    }

    private static void print(String rows) {
        study.write(
                "printed/table-1.csv",
                "table,column,row,statistic,value,std_error,stars,n\n"
                        + (rows.isEmpty() ? "table-1,(1),x,coefficient,0.1,0.1,,\n" : rows));
        printSummary("0.5");
        study.write("printed/text.csv", "table,row,statistic,value\ntext,some,percent,10\n");
    }

    private static void printSummary(String mean) {
        study.write(
                "printed/table-2.csv",
                "table,column,row,statistic,value\ntable-2,mean,y,mean," + mean + "\ntable-2,n,y,n,192\n");
    }

    private String mean(String variable) throws IOException {
        return Files.readAllLines(study.output("tables/three.csv")).stream()
                .filter(line -> line.startsWith("three," + variable + ",") && line.contains(",Mean,"))
                .map(line -> rounded(Double.parseDouble(line.split(",")[6]), 2))
                .findFirst()
                .orElseThrow();
    }

    private static String n(String column, int n) {
        return "table-1," + column + ",n,n," + n + ",,,\n";
    }

    /** A row that prints a replicated coefficient, moved by some of its standard errors. */
    private String coefficient(String column, String row, String spec, String name, double moved) throws IOException {
        JsonNode fit = JsonMapper.shared().readTree(Files.readString(study.output("results/" + spec + ".json")));
        for (JsonNode c : fit.get("coefficients")) {
            if (c.get("name").asString().equals(name)) {
                double error = c.get("std_error").asDouble();
                String stars = Stars.of(c.get("p_value").asDouble());
                String value = rounded(c.get("estimate").asDouble() + moved * error, 4);
                return "table-1," + column + "," + row + ",coefficient," + value + "," + rounded(error, 4) + "," + stars
                        + ",192\n";
            }
        }
        throw new AssertionError("no " + name + " in " + spec);
    }

    private static String rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
