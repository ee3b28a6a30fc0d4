package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study of facts about places, in files beside it: listings, typologies and bars, further samples, what is left out. */
class RowsStudyTest {
    private static final String CITIES = """
            city_en,city_zh,kind,share,other,low,high,opened
            Alpha,甲,big,40.0,30.0,35,45,0
            Beta,乙,big,19.9,10.0,15,25,0
            Gamma,丙,small,12.5,,10,14,1
            Delta,丁,small,9.2,1.0,8,10,1
            """;

    private static final String STUDY = """
            study: places
            title: {en: Places, zh: 城市}
            inputs:
              cities: {file: facts/cities.csv, source: {en: Published facts., zh: 公开事实。}}
              amounts: {file: facts/amounts.csv}
              survey: {dataset: survey, waves: [2016], needs: [weight], optional: true}
            sample:
              from: cities
              derive: {rest: 100 - share}
            samples:
              open: {like: main, filters: [{id: open, keep: opened = 1, en: Open}]}
              amounts:
                from: amounts
                cells:
                  by: {city: all}
                  sum: {total: yuan, large: is_large}
                  count: rows
              persons: {from: survey}
            labels:
              kind::big: {en: Big cities, zh: 大城市}
              share: {en: Share (%), zh: 比例（%）}
            tables:
              listing:
                kind: listing
                rows: {en: city_en, zh: city_zh}
                panels: kind
                order: [kind, share]
                columns: [share, {column: other, digits: 0, header: {en: Others, zh: 其他}}, {column: opened, as: flag}]
                totals: [n, mean, max]
                digits: 1
              across: {kind: listing, rows: city_en, where: share > 10, order: share desc, transpose: true, columns: [share, kind]}
              classes: {kind: typology, names: {en: city_en, zh: city_zh}, rows: {kind: [big, huge]}, columns: opened}
              opened: {kind: listing, sample: open, rows: city_en, columns: share}
              sums: {kind: listing, sample: amounts, rows: city, columns: [{column: total, as: count}, large, rows]}
              persons: {kind: summary, sample: persons, variables: [age]}
            figures:
              bars: {kind: bars, rows: {en: city_en, zh: city_zh}, values: share, intervals: {share: [low, high]}}
              stack: {kind: stack, rows: city_en, values: [share, rest], panels: kind, order: share}
            """;

    @TempDir
    Path folder;

    @Test
    void rowsAreShownOneByOneInBothLanguages() {
        assertThat(run(STUDY).status()).isZero();
        assertThat(output("tables/listing.md").lines().map(line -> line.replaceAll(" +", " ")))
                .containsSubsequence(
                        "| | Share (%) | Others | opened |",
                        "| *Big cities* | | | |",
                        "| &emsp;Beta | 19.9 | 10 | No |",
                        "| &emsp;Alpha | 40.0 | 30 | No |",
                        "| &emsp;N | 2 | 2 | |",
                        "| &emsp;Mean | 29.9 | 20 | |",
                        "| &emsp;Max | 40.0 | 30 | |",
                        "| *small* | | | |",
                        "| &emsp;Delta | 9.2 | 1 | Yes |",
                        "| &emsp;Gamma | 12.5 | | Yes |",
                        "| &emsp;N | 2 | 1 | |",
                        "Published facts.");
    }

    @Test
    void numbersForMachinesAreExact() {
        assertThat(run(STUDY).status()).isZero();
        assertThat(output("tables/listing.csv"))
                .contains("listing,Alpha,Alpha,1,Share (%),number,40,")
                .contains("listing,big:mean,Mean,1,Share (%),number,29.95,");
        assertThat(output("tables/across.csv"))
                .contains("across,share,Share (%),1,Alpha,number,40,")
                .contains("across,kind,kind,3,Gamma,words,,,,,small,");
        assertThat(output("tables/classes.csv"))
                .contains("classes,big,Big cities,1,0,words,,,,,\"Alpha, Beta\",")
                .contains("classes,big,Big cities,3,Number,count,2,")
                .contains("classes,big,Big cities,4,Share (%),number,50,")
                .contains("classes,huge,huge,3,Number,count,0,")
                .contains("2 rows are of none of the classes shown");
        assertThat(output("tables/opened.csv"))
                .contains("Gamma")
                .contains("Delta")
                .doesNotContain("Alpha");
        assertThat(output("tables/sums.csv"))
                .contains("sums,Alpha,Alpha,1,total,count,1500,")
                .contains("sums,Alpha,Alpha,2,large,number,1,")
                .contains("sums,Beta,Beta,1,total,count,7,");
        assertThat(output("figures/bars.csv")).contains("part,Share (%),Beta,19.9,15,25");
        assertThat(output("figures/stack.csv")).contains("part,rest,Alpha,60,,");
    }

    @Test
    void inChineseEverythingIsChinese() {
        assertThat(run(STUDY, "--lang", "zh").status()).isZero();
        assertThat(output("tables/listing.md"))
                .contains("大城市", "甲", "均值", "公开事实。")
                .doesNotContain("Alpha");
        assertThat(output("tables/classes.md")).contains("甲、乙", "数量", "占比");
        assertThat(output("figures/bars.csv")).contains("part,比例（%）,乙,19.9,15,25");
    }

    @Test
    void whatNeedsAnInputThatIsNotThereIsLeftOutAndSaid() {
        CommandLineRun run = run(STUDY);
        assertThat(run.err()).contains("note[CB0712]: left out: table persons; the store has no `survey` of 2016");
        assertThat(folder.resolve("out/places/tables/persons.md")).doesNotExist();
        assertThat(output("index.html"))
                .contains("Not made: table persons")
                .contains("<h3>Main sample</h3>", "<h3>Sample “amounts”</h3>");
        assertThat(output("index.zh.html")).contains("未生成：table persons");
        assertThat(output("manifest.json")).contains("\"table persons\"", "cities.csv", "amounts.csv");
        CommandLineRun only = run(STUDY, "--only", "persons");
        assertThat(only.status()).isEqualTo(2);
        assertThat(only.err()).contains("CB0712", "cannot be made: table persons");
    }

    @Test
    void aSecondRunDoesNothingAndAChangedFileIsSeen() {
        assertThat(run(STUDY).status()).isZero();
        assertThat(run(STUDY).out()).contains("nothing to do");
        write("facts/cities.csv", CITIES.replace("19.9", "20.1"));
        CommandLineRun again = CommandLineRun.of(arguments());
        assertThat(again.err()).contains("done: table listing").doesNotContain("done: table sums");
        assertThat(output("tables/listing.csv")).contains("listing,Beta,Beta,1,Share (%),number,20.1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values: [share, rest] | values: [share, rist] | CB0304 | `rest`",
                "values: share, intervals: {share | values: kind, intervals: {kind | CB0604 | holds no numbers",
                "where: share > 10 | where: share > 99 | CB0608 | there are none",
                "where: share > 10 | where: shore > 10 | CB0304 | `share`",
                "rows: city_en, where | rows: kind, where | CB0609 | two rows of `across` are called `big`",
                "values: [share, rest] | values: [share, other, rest, low, high, opened, rest] | CB0654 | can be told apart",
                "columns: [share, {column: other | columns: [city_en, {column: kind, as: count}, {column: other | CB0604 | as: words",
                "facts/amounts.csv | facts/amonts.csv | CB0702 | amounts.csv",
                "sum: {total: yuan | sum: {total: city | CB0314 | no whole numbers",
                "rest: 100 - share | rest: share - 20 | CB0654 | below zero",
            })
    void whatIsWrongIsSaid(String from, String to, String code, String words) {
        assertThat(STUDY).contains(from);
        CommandLineRun run = run(STUDY.replace(from, to));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(code, words).doesNotContain("internal error");
    }

    @Test
    void anEmptyFileIsAFinding() {
        write("facts/cities.csv", "");
        write("facts/amounts.csv", amounts());
        write("places.yaml", STUDY);
        CommandLineRun run = CommandLineRun.of(arguments());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cities.csv").doesNotContain("internal error");
    }

    @Test
    void moreRowsThanAPageHoldsAreRefused() {
        StringBuilder many = new StringBuilder("city_en,city_zh,kind,share,other,low,high,opened\n");
        for (int i = 0; i < 401; i++) {
            many.append("c").append(i).append(",x,big,1,1,1,1,1\n");
        }
        write("facts/cities.csv", many.toString());
        write("facts/amounts.csv", amounts());
        write("places.yaml", STUDY);
        CommandLineRun run = CommandLineRun.of(arguments());
        assertThat(run.err()).contains("CB0608", "more than 400");
    }

    private static String amounts() {
        return "city,yuan,is_large\nAlpha,1000,1\nAlpha,500,0\nBeta,7,0\n";
    }

    private CommandLineRun run(String study, Object... more) {
        write("facts/cities.csv", CITIES);
        write("facts/amounts.csv", amounts());
        write("places.yaml", study);
        return CommandLineRun.of(
                Stream.concat(Arrays.stream(arguments()), Arrays.stream(more)).toArray());
    }

    private Object[] arguments() {
        return List.of(
                        "run",
                        folder.resolve("places.yaml"),
                        "--out",
                        folder.resolve("out"),
                        "--store",
                        folder.resolve("store"))
                .toArray();
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve("out/places").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
