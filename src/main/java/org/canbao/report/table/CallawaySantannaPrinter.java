package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Coefficient;
import org.canbao.spec.Text;

/** What group-time effects say: what was compared, each effect, averages by cohort and period, and the ledger of cohorts. */
final class CallawaySantannaPrinter implements FitPrinter<CallawaySantannaFit> {
    @Override
    public Class<CallawaySantannaFit> type() {
        return CallawaySantannaFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(CallawaySantannaFit fit, TableContext context) {
        Labels labels = context.labels();
        CallawaySantannaFit.Design design = fit.design();
        List<FitFacts.Fact> facts = new ArrayList<>();
        if (design.panel()) {
            facts.add(fact(
                    DidVocabulary.PANEL_ROWS,
                    Text.of(ShownCount.of(fit.rows(), context.protection()).text())));
        }
        facts.add(fact(DidVocabulary.CONTROL_GROUP, Text.of(design.control())));
        facts.add(fact(DidVocabulary.METHOD, Text.of(design.method())));
        if (!design.covariates().isEmpty()) {
            facts.add(fact(
                    Vocabulary.COVARIATES,
                    Vocabulary.list(
                            design.covariates().stream().map(labels::text).toList())));
        }
        facts.add(fact(DidVocabulary.BASE_PERIOD, Text.of(design.base())));
        if (design.anticipation() > 0) {
            facts.add(fact(DidVocabulary.ANTICIPATION, Text.of(String.valueOf(design.anticipation()))));
        }
        if (design.draws() > 0) {
            Words bands = design.uniform() ? DidVocabulary.DRAWS_UNIFORM : DidVocabulary.DRAWS_POINTWISE;
            facts.add(fact(DidVocabulary.BOOTSTRAP_MULTIPLIER, bands.text(Numbers.grouped(design.draws()))));
        }
        fit.pretrendReason()
                .ifPresent(reason -> facts.add(fact(Vocabulary.PRETREND, DidVocabulary.NO_TEST.text(reason))));
        if (!fit.gaps().isEmpty()) {
            facts.add(fact(DidVocabulary.NO_ERROR, gaps(fit)));
        }
        return facts;
    }

    private static Text gaps(CallawaySantannaFit fit) {
        return Vocabulary.list(fit.gaps().stream()
                .map(gap -> DidVocabulary.GAP.text(gap.estimate(), gap.cluster(), gap.reason()))
                .toList());
    }

    @Override
    public List<String> covariates(CallawaySantannaFit fit) {
        return fit.design().covariates();
    }

    @Override
    public List<TableModel> following(CallawaySantannaFit fit, TableContext context) {
        List<TableModel> tables = new ArrayList<>();
        tables.add(groupTimes(fit, context));
        for (Average average : fit.averages()) {
            if (average.type().equals("group") || average.type().equals("calendar")) {
                tables.add(points(average, context));
            }
        }
        tables.add(ledger(fit, context));
        return tables;
    }

    @Override
    public void records(CallawaySantannaFit fit, FitRecords out) throws IOException {
        for (GroupTime one : fit.groupTimes()) {
            out.estimate(
                    "att_gt",
                    one.effect().named(one.group() + ":" + one.time()),
                    fit.inference().df(),
                    String.valueOf(one.treated() + one.controls()),
                    one.reason().orElse("base " + one.base()));
        }
        for (Average average : fit.averages()) {
            for (Point point : average.by()) {
                out.estimate(
                        "att_" + average.type(),
                        point.effect().named(String.valueOf(point.at())),
                        fit.inference().df(),
                        String.valueOf(point.treated()),
                        "critical value " + Numbers.exact(average.critical()));
            }
        }
        for (Cohort cohort : fit.cohorts()) {
            String reason = cohort.reason().map(why -> ": " + why).orElse("");
            out.value(
                    "cohort",
                    name(cohort),
                    cohort.used(),
                    cohort.size(),
                    word(cohort).en() + reason);
        }
        for (Gap gap : fit.gaps()) {
            out.note("no_std_error", gap.estimate(), "without " + gap.cluster() + "; " + gap.reason());
        }
        if (fit.pretrendReason().isPresent()) {
            out.note("pretrend_test", "", fit.pretrendReason().get());
        }
    }

    /** A table shows event times, or the averages that it asks for. */
    @Override
    public List<String> unlisted(CallawaySantannaFit fit) {
        return fit.coefficients().stream().map(Coefficient::name).toList();
    }

    @Override
    public List<FooterRow> design(CallawaySantannaFit fit, Protection protection) {
        return List.of(new FooterRow(
                "control_group",
                DidVocabulary.CONTROL_GROUP.text(),
                new Cell.Words((fit.design().control().equals("never-treated")
                                ? DidVocabulary.NEVER_TREATED
                                : DidVocabulary.NOT_YET_TREATED)
                        .text())));
    }

    private static Text byCohort(Map<Integer, List<Text>> periods) {
        List<Text> cohorts = new ArrayList<>();
        periods.forEach((cohort, in) ->
                cohorts.add(DidVocabulary.COHORT_IN_PERIODS.text(String.valueOf(cohort), Vocabulary.list(in))));
        Text separator = DidVocabulary.COHORTS_SEPARATOR.text();
        return new Text(
                cohorts.stream().map(Text::en).collect(Collectors.joining(separator.en())),
                cohorts.stream().map(Text::zh).collect(Collectors.joining(separator.zh())));
    }

    @Override
    public List<Text> notes(CallawaySantannaFit fit, Labels labels) {
        List<Text> notes = new ArrayList<>();
        Map<Integer, List<Text>> missing = new TreeMap<>();
        for (CallawaySantannaFit.GroupTime one : fit.groupTimes()) {
            if (one.reason().isPresent()) {
                missing.computeIfAbsent(one.group(), group -> new ArrayList<>())
                        .add(Text.of(String.valueOf(one.time())));
            }
        }
        if (!missing.isEmpty()) {
            notes.add(DidVocabulary.EFFECTS_MISSING.text(byCohort(missing)));
        }
        if (!fit.gaps().isEmpty()) {
            notes.add(DidVocabulary.ERRORS_MISSING.text(gaps(fit)));
        }
        List<Text> dropped = fit.cohorts().stream()
                .filter(cohort -> cohort.role() == CallawaySantannaFit.Role.DROPPED)
                .map(cohort -> Text.of(name(cohort)))
                .toList();
        if (!dropped.isEmpty()) {
            notes.add(DidVocabulary.COHORTS_DROPPED.text(Vocabulary.list(dropped)));
        }
        return notes;
    }

    private static TableModel groupTimes(CallawaySantannaFit fit, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>(FitRows.columns());
        columns.add(new TableModel.Column(DidVocabulary.TREATED_ROWS.text()));
        columns.add(new TableModel.Column(DidVocabulary.CONTROL_ROWS.text()));
        boolean gaps = fit.groupTimes().stream().anyMatch(one -> one.reason().isPresent());
        if (gaps) {
            columns.add(new TableModel.Column(DidVocabulary.REASON.text()));
        }
        List<TableModel.Row> rows = new ArrayList<>();
        for (GroupTime one : fit.groupTimes()) {
            String key = one.group() + ":" + one.time();
            List<Cell> cells = new ArrayList<>(FitRows.cells(one.effect().named(key)));
            cells.add(new Cell.Count(one.treated()));
            cells.add(new Cell.Count(one.controls()));
            if (gaps) {
                cells.add(one.reason()
                        .<Cell>map(why -> new Cell.Words(Text.of(why)))
                        .orElse(Cell.BLANK));
            }
            rows.add(new TableModel.Line(key, DidVocabulary.COHORT_IN.text(one.group(), one.time()), cells));
        }
        return FitRows.table("group-times", DidVocabulary.GROUP_TIMES.text(), columns, rows, context);
    }

    private static TableModel points(Average average, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>(FitRows.columns());
        columns.add(new TableModel.Column(DidVocabulary.TREATED_ROWS.text()));
        List<TableModel.Row> rows = new ArrayList<>();
        for (Point point : average.by()) {
            String key = String.valueOf(point.at());
            List<Cell> cells = new ArrayList<>(FitRows.cells(point.effect().named(key)));
            cells.add(new Cell.Count(point.treated()));
            rows.add(new TableModel.Line(average.type() + ":" + key, Text.of(key), cells));
        }
        Words title = average.type().equals("group") ? DidVocabulary.BY_COHORT : DidVocabulary.BY_PERIOD;
        return FitRows.table(average.type(), title.text(), columns, rows, context);
    }

    private static TableModel ledger(CallawaySantannaFit fit, TableContext context) {
        List<TableModel.Column> columns = List.of(
                new TableModel.Column(DidVocabulary.COHORT_SIZE.text()),
                new TableModel.Column(DidVocabulary.COHORT_USED.text()),
                new TableModel.Column(DidVocabulary.ROLE.text()),
                new TableModel.Column(DidVocabulary.REASON.text()));
        List<TableModel.Row> rows = new ArrayList<>();
        for (Cohort cohort : fit.cohorts()) {
            Text label =
                    cohort.cohort().map(first -> Text.of(String.valueOf(first))).orElseGet(DidVocabulary.NEVER::text);
            Optional<Cell> reason = cohort.reason().map(why -> new Cell.Words(Text.of(why)));
            rows.add(new TableModel.Line(
                    "cohort:" + name(cohort),
                    label,
                    List.of(
                            new Cell.Count(cohort.size()),
                            new Cell.Count(cohort.used()),
                            new Cell.Words(word(cohort)),
                            reason.orElse(Cell.BLANK))));
        }
        return FitRows.table("cohorts", DidVocabulary.COHORTS.text(), columns, rows, context);
    }

    private static String name(Cohort cohort) {
        return cohort.cohort().map(String::valueOf).orElse("never");
    }

    private static Text word(Cohort cohort) {
        return (switch (cohort.role()) {
                    case TREATED -> DidVocabulary.ROLE_TREATED;
                    case CONTROL -> DidVocabulary.ROLE_CONTROL;
                    case DROPPED -> DidVocabulary.ROLE_DROPPED;
                })
                .text();
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }
}
