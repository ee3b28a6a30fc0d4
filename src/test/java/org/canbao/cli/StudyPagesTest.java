package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a study, and that they are outputs like others. */
class StudyPagesTest {
    @TempDir
    Path folder;

    private SmallStudy study;

    @BeforeEach
    void aStudyWithPrintedNumbers() throws IOException {
        study = new SmallStudy(folder);
        Files.createDirectories(folder.resolve("printed"));
        study.write("printed/table-1.csv", """
                table,column,row,statistic,value,std_error,stars,n
                table-1,(1),z,coefficient,0.9,0.1,***,192
                table-1,(1),gone,coefficient,0.1,0.1,,192
                """);
        study.write("printed/map.yaml", "exhibits:\n  table-1: {columns: {(1): a}}\n");
        study.write(
                "small.yaml",
                SmallStudy.TEXT.replace(
                                "inputs:",
                                "question: {en: Does it work?, zh: 有效吗？}\nabstract: {en: We ask, zh: 我们提问}\ninputs:")
                        + "published: printed\n");
        assertThat(study.run().err()).doesNotContain("error");
    }

    @Test
    void bothLanguagesHaveEverything() {
        assertThat(study.output("index.html"))
                .content()
                .contains("<html lang=\"en\">", "A small study", "Does it work?", "We ask")
                .contains("a: {model: ols, formula: y ~ z | city + year}", "Standard errors clustered by city")
                .contains("cluster: [city]", "Correction factor")
                .contains("not reproduced: 0 of 2 numbers", "has no coefficient")
                .contains("1 agree, 0 disagree, 0 cannot be told")
                .contains("canbao verify out/small --rerun", "href=\"index.zh.html\"", "panel.csv");
        assertThat(study.output("index.zh.html"))
                .content()
                .contains("<html lang=\"zh-CN\">", "小研究", "有效吗？", "我们提问", "没有系数", "1项一致")
                .contains("href=\"index.html\"");
    }

    @Test
    void comparisonAndAuditAreOutputsThatVerifyCovers() throws IOException {
        assertThat(CommandLineRun.of("verify", study.out().resolve("small")).status())
                .isZero();
        Files.writeString(study.output("audit.csv"), "nothing\n");
        assertThat(CommandLineRun.of("verify", study.out().resolve("small")).out())
                .contains("changed  audit.csv");
        assertThat(study.run().err()).contains("done: audit.* (a file of it is missing or was changed by hand)");
    }

    @Test
    void aComparisonInAnotherLanguageIsKeptInTheManifestUntilTheNextRun() throws IOException {
        CommandLineRun.ok("compare", folder.resolve("small.yaml"), "--out", study.out(), "--lang", "zh", "--quiet");

        assertThat(study.output("compare.md")).content().contains("未重现");
        assertThat(CommandLineRun.of("verify", study.out().resolve("small")).status())
                .isZero();
        assertThat(study.run().err()).contains("done: compare.* (not made before)");
        assertThat(study.output("compare.md")).content().contains("not reproduced");
    }

    @Test
    void aChangedPrintedNumberRedoesWhatIsAboutIt() {
        study.write("printed/table-1.csv", "table,column,row,value,std_error,stars\ntable-1,(1),z,0.8,0.1,***\n");

        assertThat(study.run().err().lines().filter(l -> l.startsWith("done:")).toList())
                .containsExactly(
                        "done: compare.* (what it depends on changed)",
                        "done: audit.* (what it depends on changed)",
                        "done: page index.html (what it depends on changed)");
    }

    @Test
    void inChineseThePagesChangePlaces() {
        assertThat(study.run("--lang", "zh").status()).isZero();

        assertThat(study.output("index.html")).content().contains("lang=\"zh-CN\"", "href=\"index.en.html\"");
        assertThat(study.output("index.en.html")).content().contains("<html lang=\"en\">");
        assertThat(study.output("index.zh.html")).doesNotExist();
        assertThat(study.out().resolve("index.zh.html")).content().contains("href=\"small/index.html\"");
        assertThat(study.out().resolve("index.html")).content().contains("href=\"small/index.en.html\"");
    }
}
