package org.canbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.canbao.files.Folders;
import org.canbao.simulate.cmds.CmdsExtract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A survey of which one thing is different from what its schema expects: the study runs as before, or the message says
 * what to do, and doing it helps.
 */
class BrokenSurveyTest {
    private static final String STUDY = """
            study: small
            title: Small
            inputs: {persons: {dataset: cmds, waves: [2014, 2017]}}
            sample:
              from: persons
              derive: {cross_city: "flow_range = 'cross_city'"}
              filters:
                - {id: rural, keep: hukou = 'agricultural', en: Rural}
                - {id: work, keep: "reason in ('work', 'business')", en: For work}
                - {id: insured, keep: "coalesce(ncms = 'yes', false)", en: Insured}
            defaults: {vcov: hc1}
            specs: {plain: {model: ols, formula: cross_city ~ birth_year | city + year}}
            tables: {t: {title: T, columns: [plain], rows: [birth_year]}}
            """;

    @TempDir
    static Path folder;

    private static Path raw;

    private Path store;
    private Path broken;

    @BeforeAll
    static void simulate() {
        raw = folder.resolve("raw");
        CommandLineRun.ok("simulate", "cmds", "--scale", 0.008, "--seed", 3, "--out", raw);
    }

    @BeforeEach
    void wholeStore() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), STUDY);
        store = folder.resolve("store");
        broken = folder.resolve("broken.dta");
        ingest(2014, CmdsExtract.persons(raw, 2014));
        ingest(2017, CmdsExtract.persons(raw, 2017));
    }

    @AfterEach
    void clear() throws IOException {
        Folders.delete(store);
        Folders.delete(folder.resolve("out"));
    }

    private CommandLineRun ingest(int year, Path file, Object... more) {
        Object[] words = {"ingest", "cmds", file, "--wave", year, "--schema", "cmds-" + year, "--store", store};
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandLineRun.of(all);
    }

    private CommandLineRun study() {
        return CommandLineRun.of(
                "run", folder.resolve("small.yaml"), "--store", store, "--out", folder.resolve("out"), "--force");
    }

    private String result() throws IOException {
        assertThat(study().status()).isZero();
        return Files.readString(folder.resolve("out/small/results/plain.json"));
    }

    private RawCopy copy(int year) {
        return RawCopy.of(CmdsExtract.persons(raw, year));
    }

    private Path override(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), text + "\n");
    }

    private static void refused(CommandLineRun run, String... said) {
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT_ERROR);
        assertThat(run.err()).contains(said).doesNotContain("Exception");
    }

    @Test
    void aWaveThatIsNotInTheStore() throws IOException {
        Folders.delete(store.resolve("cmds/2014"));
        refused(
                study(),
                "input `persons`: the store has no wave 2014 of `cmds`",
                "waves in the store: 2017",
                "put it there: canbao ingest cmds FILE --wave 2014 --schema NAME",
                "take it out of `waves` of `persons`");
        Files.writeString(folder.resolve("small.yaml"), STUDY.replace("[2014, 2017]", "[2017]"));
        assertThat(study().status()).isZero();
    }

    @Test
    void aRenamedVariableIsFoundByItsLabelAndSaidSo() throws IOException {
        String before = result();
        CommandLineRun run = ingest(2017, copy(2017).renaming("q101l1", "range").write(broken));
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("note[", "has no variable named `q101l1`: `flow_range` is made from `range`", "本次流动范围");
        assertThat(result()).isEqualTo(before);
    }

    @Test
    void withoutItsLabelItIsRefusedAndAnOverrideHelps() throws IOException {
        String before = result();
        copy(2017).renaming("q101l1", "v7").labelling("v7", "第七题").write(broken);
        refused(
                ingest(2017, broken),
                "`broken.dta` has no variable named `q101l1` and none with a label like `流动范围` for `flow_range`",
                "with value labels that are its codes: `v7` 第七题 (跨省, 省内跨市, 市内跨县",
                "write `variables: {flow_range: {raw: NAME, label_check: .*}}` into a file and give it with --override");
        Path mine = override("variables: {flow_range: {raw: v7, label_check: .*}}");
        assertThat(ingest(2017, broken, "--override", mine).status()).isZero();
        assertThat(result()).isEqualTo(before);
    }

    @Test
    void aNameWithAnotherMeaningIsRefused() throws IOException {
        copy(2017).labelling("q101l1", "上个月收入").write(broken);
        refused(
                ingest(2017, broken),
                "`q101l1` in `broken.dta` has the name of `flow_range` but another label: `上个月收入`",
                "write `variables: {flow_range: {label_check: .*}}` into a file",
                "write `variables: {flow_range: {raw: NAME}}` into a file");
        Path mine = override("variables: {flow_range: {label_check: .*}}");
        assertThat(ingest(2017, broken, "--override", mine).status()).isZero();
    }

    @Test
    void anOtherWordForACodeThatTheSchemaKnowsChangesNothing() throws IOException {
        String before = result();
        CommandLineRun run =
                ingest(2017, copy(2017).valueLabelling("q101f1", "农业", "农业户口").write(broken));
        assertThat(run.err()).doesNotContain("CB0285");
        assertThat(result()).isEqualTo(before);
    }

    @Test
    void anUnknownWordWhereNumbersAreKnownIsAWarning() {
        CommandLineRun run =
                ingest(2017, copy(2017).valueLabelling("q101f1", "农业", "农村户籍").write(broken));
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("are coded by number, since `codes` does not have their labels: 1 = 农村户籍")
                .contains("write `variables: {hukou: {codes: {农村户籍: agricultural}}}` into a file");
    }

    @Test
    void anUnknownWordIsCountedShownAndCanBeGivenACode() throws IOException {
        String before = result();
        copy(2017).valueLabelling("q101n1", "务工/工作", "打工").write(broken);
        refused(
                ingest(2017, broken),
                "nothing entered the store",
                "no code of the schema is this value or its label `打工` in `q101n1`",
                "canbao inspect broken.dta --schema cmds-2017");
        CommandLineRun inspected = CommandLineRun.of("inspect", broken, "--schema", "cmds-2017");
        assertThat(inspected.status()).isEqualTo(ExitStatus.CHECK_FAILED);
        assertThat(inspected.out()).containsPattern("does not fit: `1` in [0-9]{3} cells: .*打工");
        assertThat(ingest(2017, broken, "--override", override("variables: {reason: {codes: {打工: work}}}"))
                        .status())
                .isZero();
        assertThat(result()).isEqualTo(before);
        CommandLineRun missing = ingest(2017, broken, "--max-rejects", 100_000);
        assertThat(missing.status()).isZero();
        assertThat(missing.err())
                .containsPattern("warning\\[CB[0-9]+\\]: [0-9]{3} cells do not fit and are missing in the store")
                .containsPattern("`reason`: `1` in [0-9]{3} cells");
    }

    @Test
    void whatAWaveLacksIsSaidWhenTheStudyUsesIt() throws IOException {
        CommandLineRun run =
                ingest(2017, copy(2017).labelling("sim_insured_1", "医保一").write(broken));
        assertThat(run.out()).containsPattern("not in the files: .*ncms");
        assertThat(study().err())
                .contains("column `ncms` of `persons`: not in wave 2017, where all rows have a missing value");
        assertThat(ingest(
                                2017,
                                broken,
                                "--override",
                                override("variables: {ncms: {raw: sim_insured_1, label_check: .*}}"))
                        .status())
                .isZero();
        assertThat(study().err()).doesNotContain("`ncms`");
    }

    @Test
    void twoCandidatesAreRefusedUntilOneIsChosen() throws IOException {
        copy(2017).labelling("sim_insured_2", "您目前是否参加新农合（补充）").write(broken);
        refused(
                ingest(2017, broken),
                "`broken.dta` has 2 variables that could be `ncms`",
                "`sim_insured_1`: 您目前是否参加新型农村合作医疗保险",
                "`sim_insured_2`: 您目前是否参加新农合（补充）",
                "write `variables: {ncms: {raw: sim_insured_1}}` into a file");
        assertThat(ingest(2017, broken, "--override", override("variables: {ncms: {raw: sim_insured_1}}"))
                        .status())
                .isZero();
    }

    @Test
    void theFileOf2014ThatIsNotTheNationalOne() {
        CommandLineRun run = ingest(2014, copy(2014).first(1_602).write(broken));
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains(
                        "warning[",
                        "1,602 rows were read; the published files of `cmds-2014` have 200,937",
                        "a file of 16,024 rows circulates that is not the national one",
                        "198,795 rows (2013), 200,937 (2014), 206,000 (2015), 169,000 (2016), 169,989 (2017) and 152,000");
    }

    @Test
    void aFileWithoutRowsOrWithoutAnything() throws IOException {
        refused(ingest(2017, copy(2017).first(0).write(broken)), "`broken.dta` has variables but no row");
        refused(ingest(2017, Files.write(broken, new byte[0])), "is not a Stata file: it is empty");
        byte[] whole = Files.readAllBytes(CmdsExtract.persons(raw, 2017));
        refused(
                ingest(2017, Files.write(broken, Arrays.copyOf(whole, whole.length / 2))),
                "breaks off",
                "copy or download the file again");
        assertThat(study().status()).as("the store is as it was").isZero();
    }

    @Test
    void theWrongEncodingIsOneFinding() {
        copy(2017).in(Charset.forName("GB18030")).write(broken);
        CommandLineRun run = ingest(2017, broken, "--encoding", "windows-1252");
        refused(run, "variables of `broken.dta` have names of `cmds-2017` but other labels", "--encoding gb18030");
        assertThat(run.err().split("error\\[")).hasSize(2);
    }

    @Test
    void theSchemaOfAnotherWaveIsDoubted() {
        for (int other : new int[] {2014, 2016}) {
            CommandLineRun run = ingest(other, CmdsExtract.persons(raw, 2017));
            assertThat(run.err())
                    .containsPattern("warning\\[.* names of `cmds-" + other + "`, `cmds2017a卷.dta` has ")
                    .contains("is this the schema of this file?");
        }
    }

    @Test
    void aYearbookWithoutItsColumnsIsOneFinding() throws IOException {
        Path file = Files.writeString(folder.resolve("yearbook.csv"), "city_name,year\n北京市,2012\n");
        CommandLineRun run =
                CommandLineRun.of("ingest", "city-yearbook", file, "--schema", "city-yearbook", "--store", store);
        refused(run, "`yearbook.csv` has no variable for 12 that `city-yearbook` wants", "given with --override");
        assertThat(run.err().split("error\\[")).hasSize(2);
    }
}
