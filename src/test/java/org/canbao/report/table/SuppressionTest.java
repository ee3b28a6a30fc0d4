package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Problems;
import org.canbao.engine.DuckDbEngine;
import org.canbao.privacy.Protection;
import org.canbao.report.ExhibitData;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty persons in three districts, of whom three are in c and, everywhere, few are ill. */
class SuppressionTest {
    private static final Protection FIVE = Protection.ofRows(5);

    private DuckDbEngine engine;
    private Sample sample;

    @BeforeEach
    void fill(@TempDir Path temporary) {
        engine = DuckDbEngine.open(1, temporary);
        engine.execute("CREATE TABLE people AS SELECT i AS id, i * 1.5 AS fee, i % 2 = 0 AS male,"
                + " CASE WHEN i < 15 THEN 'a' WHEN i < 27 THEN 'b' ELSE 'c' END AS district,"
                + " i IN (1, 2, 16) AS ill, i NOT IN (1, 2, 16) AS well FROM range(30) t(i)");
        sample = new Sample(
                engine,
                "people",
                30,
                List.of(
                        Variable.of("fee", ValueType.FLOAT64),
                        Variable.of("male", ValueType.BOOLEAN),
                        Variable.of("district", ValueType.STRING),
                        Variable.of("ill", ValueType.BOOLEAN),
                        Variable.of("well", ValueType.BOOLEAN)),
                false);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void descriptiveStatisticsOfFewPersonsAreHiddenAndTheNextSmallestNumberWithThem() {
        String csv = csv("{kind: summary, title: T, variables: [fee], by: district, statistics: [n, mean, max]}", FIVE);

        assertThat(csv)
                .contains("table,fee,fee,1,district = a N,count,15,")
                .contains("table,fee,fee,4,district = b N,suppressed,,,,,c,")
                .contains("table,fee,fee,7,district = c N,suppressed,,,,,<5,")
                .contains("table,fee,fee,8,district = c Mean,suppressed,")
                .contains("<5: from 1 to 4, suppressed to protect persons");
        assertThat(csv).doesNotContain("43.5");
    }

    @Test
    void anExtremeIsShownOnlyIfEnoughPersonsHaveIt() {
        String csv = csv("{kind: summary, title: T, variables: [fee, male], statistics: [n, min, max, mean]}", FIVE);

        assertThat(csv)
                .contains("table,fee,fee,2,Min,suppressed")
                .contains("table,fee,fee,3,Max,suppressed")
                .contains("table,male,Male,2,Min,number,0,")
                .contains("table,fee,fee,4,Mean,number,21.75,");
    }

    @Test
    void sharesOfFewPersonsAreHiddenAndWithThemTheRestOfTheirBase() {
        String csv =
                csv("{kind: share, title: T, rows: district, shares: {ill: {share: ill}, well: {share: well}}}", FIVE);

        assertThat(csv)
                .contains("table,ill:a,a,1,Share (%),suppressed")
                .contains("table,ill:a,a,3,Counted,suppressed,,,,,<5,")
                .contains("table,well:a,a,3,Counted,suppressed,,,,,c,")
                .contains("table,ill:a,a,4,Base,count,15,")
                .contains("table,ill:c,c,4,Base,suppressed,,,,,<5,")
                .contains("table,ill:b,b,4,Base,suppressed,,,,,c,");
    }

    @Test
    void zerosAreShownUnlessTheStudySaysOtherwise() {
        String table = "{kind: share, title: T, shares: {nobody: {share: ill, of: male}, all: {share: well}}}";
        engine.execute("UPDATE people SET ill = false, well = true");

        assertThat(csv(table, FIVE)).contains("table,nobody:count,Counted,1,Share (%),count,0,");
        assertThat(csv(table, new Protection(5, true, false, Set.of(), Map.of())))
                .contains("table,nobody:count,Counted,1,Share (%),suppressed,,,,,<5,")
                .contains("<5: from 0 to 4");
    }

    @Test
    void rowsThatAreCellsAreShownButNotSmallCountsInThem() {
        Protection cells = new Protection(5, false, true, Set.of("fee"), Map.of());

        assertThat(csv("{kind: summary, title: T, variables: [fee], by: district, statistics: [n, min, mean]}", cells))
                .contains("table,fee,fee,7,district = c N,count,3,")
                .contains("table,fee,fee,2,district = a Min,number,0,")
                .contains("table,fee,fee,8,district = c Min,number,40.5,");
        engine.execute("UPDATE people SET fee = fee + 1");
        assertThat(csv("{kind: summary, title: T, variables: [fee], by: district, statistics: [n, min, mean]}", cells))
                .contains("table,fee,fee,2,district = a Min,suppressed");
    }

    @Test
    void notesOfRegressionsDoNotCountFew() {
        TableModel model = RegressionTable.of(
                new TableSpec.Regression(
                        "table",
                        new Text("T", "T"),
                        Optional.empty(),
                        List.of(new TableSpec.Column(Fixtures.ref("one"), Optional.empty())),
                        Fixtures.refs("did"),
                        3),
                Map.of(
                        "one",
                        Fixtures.regression(
                                "stay",
                                List.of(Fixtures.coefficient("did", 0.1, 0.02, 1e-6)),
                                List.of(),
                                Fixtures.inference(
                                        "cluster",
                                        Fixtures.BY_CITY,
                                        new Inference.Loss("missing: age", 3),
                                        new Inference.Loss("where", 700)))),
                new TableContext(Fixtures.LABELS, Optional.empty(), false, FIVE));
        String csv = CsvTable.render(Suppression.of(model, FIVE), Lang.EN);

        assertThat(csv)
                .contains("fewer than 5 rows with missing")
                .contains("700 rows")
                .contains("12,345");
    }

    private String csv(String table, Protection protection) {
        StudySpec study = StudyReader.read(
                "study: s\ntitle: T\ninputs: {p: {dataset: d}}\nsample: {from: p}\ntables:\n  table: " + table + "\n",
                "s.yaml",
                new Problems());
        TableContext context = new TableContext(Fixtures.LABELS, Optional.empty(), false, protection);
        TableModel model =
                Tables.of(study.tables().get("table"), new ExhibitData(study, Map.of(), () -> sample), context);
        return CsvTable.render(Suppression.of(model, protection), Lang.EN);
    }
}
