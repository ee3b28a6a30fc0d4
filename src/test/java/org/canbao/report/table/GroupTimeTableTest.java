package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.report.Labels;
import org.canbao.report.StudyLabels;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.CallawaySantannaFit.Role;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Lang;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class GroupTimeTableTest {
    private static final Effect EFFECT = new Effect(0.25, 0.1, 2.5, 0.0124, 0.05, 0.45);

    static CallawaySantannaFit fit() {
        return new CallawaySantannaFit(
                "y",
                new CallawaySantannaFit.Design(false, "never-treated", "dr", List.of("age"), "varying", 0, 500, true),
                List.of(
                        new GroupTime(2015, 2015, 2014, EFFECT, 7, 9, Optional.empty()),
                        new GroupTime(2016, 2015, 2014, Effect.NONE, 0, 9, Optional.of("no treated in 2015")),
                        new GroupTime(2016, 2016, 2015, Effect.NONE, 0, 9, Optional.of("no treated in 2016")),
                        new GroupTime(2017, 2016, 2015, Effect.NONE, 0, 9, Optional.of("no treated in 2016"))),
                List.of(
                        new Average("simple", Optional.of(EFFECT), Double.NaN, List.of()),
                        new Average("dynamic", Optional.of(EFFECT), 2.6, List.of(new Point(0, EFFECT, 7))),
                        new Average("group", Optional.of(EFFECT), 2.6, List.of(new Point(2015, EFFECT, 7))),
                        new Average("calendar", Optional.of(EFFECT), 2.6, List.of(new Point(2015, EFFECT, 7)))),
                "simple",
                List.of(),
                List.of(List.of(0.01)),
                List.of(
                        new Cohort(
                                Optional.of(2012),
                                3,
                                0,
                                Role.DROPPED,
                                Optional.of("already treated in the first period, 2013")),
                        new Cohort(Optional.of(2015), 7, 7, Role.TREATED, Optional.empty()),
                        new Cohort(Optional.empty(), 9, 9, Role.CONTROL, Optional.empty())),
                Optional.empty(),
                Optional.of("no effect before treatment is estimated"),
                List.of(new Gap("att_gt 2017:2018", "Wuhan", "no treated left")),
                16,
                Fixtures.inference("multiplier-bootstrap", List.of(new Inference.Clusters("city", 60))));
    }

    @Test
    void theTerminalShowsEffectsAveragesAndCohorts() {
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        String text = FitText.render(fit(), context, Lang.EN);
        assertThat(text)
                .containsPattern("Control group +never-treated")
                .containsPattern("Multiplier bootstrap +500 draws, intervals uniform within each table")
                .containsPattern("Pre-trend test +none: no effect before treatment is estimated")
                .containsPattern("No standard error +att_gt 2017:2018 \\(without Wuhan; no treated left\\)")
                .containsPattern("ATT +0.250000")
                .containsPattern("2015 in 2015 +0.250000")
                .containsPattern("2016 in 2015 .*no treated in 2015")
                .contains("Averages by cohort", "Averages by period", "Estimates by event time")
                .containsPattern("2012 +3 +0 +dropped +already treated in the first period, 2013")
                .containsPattern("never +9 +9 +control");
        assertThat(FitText.render(fit(), context, Lang.ZH)).contains("平均处理效应", "从未处理", "剔除");
    }

    @Test
    void machinesGetEveryNumber() {
        assertThat(FitCsv.render(fit()))
                .contains("\nevent_time,0,0.25,0.1,2.5,0.0124,0.05,0.45,61,7,\n")
                .contains("\ncoefficient,att,0.25,")
                .contains("\natt_gt,2015:2015,0.25,0.1,2.5,0.0124,0.05,0.45,61,16,base 2014\n")
                .contains("\natt_gt,2016:2015,,,,,,,61,9,no treated in 2015\n")
                .contains("\natt_group,2015,0.25,", "critical value 2.6")
                .contains("\ncohort,never,9,,,,,,,9,control\n")
                .contains("\nno_std_error,att_gt 2017:2018,,,,,,,,,without Wuhan; no treated left\n")
                .contains("\npretrend_test,,,,,,,,,,no effect before treatment is estimated\n");
    }

    @Test
    void aTableShowsTheAverageBesideOtherModels() {
        Fit ols = Fixtures.regression(
                "y",
                List.of(Fixtures.coefficient("did", 0.2, 0.1, 0.04)),
                List.of(),
                Fixtures.inference("hc1", List.of()));
        TableModel table = table(Labels.NAMES, List.of("did", "att"), Map.of("a", ols, "b", fit()));
        assertThat(line(table, "att").label()).isEqualTo(new Text("ATT", "平均处理效应"));
        assertThat(line(table, "att").cells()).containsExactly(Cell.BLANK, new Cell.Estimate(0.25, 0.1, 0.0124, 3));
        assertThat(line(table, "control_group").cells().get(1))
                .isEqualTo(new Cell.Words(new Text("never treated", "从未处理")));
        assertThat(line(table, "controls").cells()).containsExactly(new Cell.Flag(false), new Cell.Flag(true));
        assertThat(lines(table)).extracting(TableModel.Line::key).contains("clusters:city");
        assertThat(table.notes().toString())
                .contains("Multiplier-bootstrap standard errors clustered by city in parentheses.")
                .contains("left out of averages: 2016 in 2015, 2016; 2017 in 2016.")
                .contains("：2016队列（2015、2016）；2017队列（2016）。")
                .contains("without one cluster: att_gt 2017:2018 (without Wuhan; no treated left).")
                .contains("Cohorts left out: 2012.");
    }

    @Test
    void withoutRowsATableShowsEventTimes() {
        TableModel table = table(Labels.NAMES, List.of(), Map.of("b", fit()));
        assertThat(lines(table))
                .extracting(TableModel.Line::key)
                .startsWith("event_time:0")
                .doesNotContain("att");
    }

    @Test
    void theLabelOfTheStudyComesFirst() {
        Labels labels = new StudyLabels(Map.of("att", new Text("Average effect", "平均效应")), List.of());
        TableModel table = table(labels, List.of("att"), Map.of("b", fit()));
        assertThat(line(table, "att").label().en()).isEqualTo("Average effect");
    }

    private static TableModel table(Labels labels, List<String> rows, Map<String, Fit> fits) {
        return RegressionTable.of(
                new TableSpec.Regression(
                        "t",
                        Text.of("T"),
                        Optional.empty(),
                        fits.keySet().stream()
                                .sorted()
                                .map(id -> new TableSpec.Column(Fixtures.ref(id), Optional.empty()))
                                .toList(),
                        rows.stream().map(Fixtures::ref).toList(),
                        3),
                new LinkedHashMap<>(fits),
                new TableContext(labels, Optional.empty(), false));
    }

    private static List<TableModel.Line> lines(TableModel table) {
        return table.rows().stream()
                .flatMap(row -> row instanceof TableModel.Line line ? Stream.of(line) : Stream.empty())
                .toList();
    }

    private static TableModel.Line line(TableModel table, String key) {
        return lines(table).stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
