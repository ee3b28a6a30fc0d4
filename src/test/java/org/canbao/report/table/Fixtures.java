package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Place;
import org.canbao.report.StudyLabels;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** Fits and tables with fixed numbers. */
final class Fixtures {
    static final StudyLabels LABELS = new StudyLabels(
            Map.ofEntries(
                    Map.entry("did", new Text("Policy in force", "政策冲击")),
                    Map.entry("age", new Text("Age", "年龄")),
                    Map.entry("age^2", new Text("Age²", "年龄的平方")),
                    Map.entry("male", new Text("Male", "男性")),
                    Map.entry("married", new Text("Married", "已婚")),
                    Map.entry("city", new Text("City", "城市")),
                    Map.entry("year", new Text("Year", "年份")),
                    Map.entry("ill", new Text("Ill in the past year", "过去一年患病")),
                    Map.entry("lgdp", new Text("GDP per head (log)", "人均GDP（对数）")),
                    Map.entry("hukou", new Text("Rural hukou", "农村户口")),
                    Map.entry("cross_city", new Text("Cross-city migration", "跨市流动")),
                    Map.entry("stay", new Text("Intends to stay & settle (5% sample)", "居留意愿"))),
            List.of(Variable.of("wt", ValueType.FLOAT64)));

    private Fixtures() {}

    static ColumnRef ref(String name) {
        return new ColumnRef(name, new Place("study.yaml", 12, 7, name.length(), "rows: [" + name + "]"));
    }

    static List<ColumnRef> refs(String... names) {
        return List.of(names).stream().map(Fixtures::ref).toList();
    }

    static Coefficient coefficient(String name, double estimate, double stdError, double pValue) {
        return new Coefficient(
                name,
                estimate,
                stdError,
                estimate / stdError,
                pValue,
                estimate - 1.98 * stdError,
                estimate + 1.98 * stdError);
    }

    static Inference inference(String vcov, List<Inference.Clusters> clusters, Inference.Loss... lost) {
        return new Inference(
                vcov, 12345, 14, clusters, 61, 1.0175, "moments", "few cells", Optional.empty(), List.of(lost), false);
    }

    static final List<Inference.Clusters> BY_CITY = List.of(new Inference.Clusters("city", 62));

    static Fit.Regression regression(
            String outcome, List<Coefficient> coefficients, List<Fit.Dropped> dropped, Inference inference) {
        return new Fit.Regression(
                "ols",
                outcome,
                coefficients,
                inference.n(),
                0.12449,
                0.1237501,
                OptionalDouble.of(0.0213),
                dropped,
                List.of(new Fit.Absorbed("city", 62), new Fit.Absorbed("year", 6)),
                0.41337,
                inference);
    }

    /** Four columns as a paper has them: more controls in each, one regressor omitted, rows lost. */
    static Map<String, Fit> baseline() {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put(
                "baseline-1",
                regression(
                        "cross_city",
                        List.of(coefficient("did", 0.1113, 0.0101, 1e-12)),
                        List.of(),
                        inference("cluster", BY_CITY)));
        List<Coefficient> person = new ArrayList<>(List.of(
                coefficient("did", 0.0641, 0.0302, 0.0377),
                coefficient("age", 0.00312, 0.0011, 0.0061),
                coefficient("age^2", -0.0000318, 0.0000131, 0.0181),
                coefficient("male", -0.0004, 0.0203, 0.984),
                coefficient("married", 0.0171, 0.0099, 0.0884)));
        fits.put(
                "baseline-2",
                regression(
                        "cross_city",
                        person,
                        List.of(new Fit.Dropped("hukou", Fit.Dropped.Reason.ABSORBED, List.of("city"))),
                        inference(
                                "cluster",
                                BY_CITY,
                                new Inference.Loss("missing: ill", 312),
                                new Inference.Loss("singleton: city", 1))));
        List<Coefficient> more = new ArrayList<>(person);
        more.set(0, coefficient("did", -1.0504, 0.5871, 0.0786));
        more.add(coefficient("lgdp", 0.0087, 0.0041, 0.038));
        fits.put(
                "baseline-3",
                regression(
                        "stay",
                        more,
                        List.of(new Fit.Dropped("hukou", Fit.Dropped.Reason.COLLINEAR, List.of("age", "male"))),
                        inference("hc1", List.of(), new Inference.Loss("where", 2040))));
        return fits;
    }

    static TableSpec.Regression baselineSpec() {
        return new TableSpec.Regression(
                "table-2",
                new Text("Direct settlement and migration", "基准回归结果"),
                Optional.of(new Text("Source: China Migrants Dynamic Survey.", "资料来源：中国流动人口动态监测调查。")),
                List.of(
                        new TableSpec.Column(ref("baseline-1"), Optional.empty()),
                        new TableSpec.Column(ref("baseline-2"), Optional.empty()),
                        new TableSpec.Column(ref("baseline-3"), Optional.empty())),
                refs("did", "age", "age^2", "hukou"),
                3);
    }

    static TableContext context() {
        return new TableContext(LABELS, Optional.empty(), true);
    }

    static TableModel baselineTable() {
        return RegressionTable.of(baselineSpec(), baseline(), context());
    }

    /** An event study beside a placebo and a regression, all terms shown. */
    static TableModel eventStudyTable() {
        Map<String, Fit> fits = new LinkedHashMap<>(baseline());
        fits.put("event", eventStudy());
        fits.put("placebo", placebo());
        TableSpec.Regression spec = new TableSpec.Regression(
                "table-3",
                new Text("Event study and placebo", "事件研究与安慰剂检验"),
                Optional.empty(),
                List.of(
                        new TableSpec.Column(ref("event"), Optional.empty()),
                        new TableSpec.Column(ref("placebo"), Optional.of(new Text("Placebo", "安慰剂"))),
                        new TableSpec.Column(ref("baseline-1"), Optional.empty())),
                List.of(),
                3);
        return RegressionTable.of(spec, fits, new TableContext(LABELS, Optional.empty(), false));
    }

    /** Two blocks of statistics, of every kind of cell that is no estimate. */
    static TableModel summaryLikeTable() {
        List<TableModel.Column> columns = new ArrayList<>();
        for (int block = 0; block < 2; block++) {
            columns.add(new TableModel.Column(new Text("N", "观测值")));
            columns.add(new TableModel.Column(new Text("Mean", "均值")));
            columns.add(new TableModel.Column(new Text("Note", "备注")));
        }
        return new TableModel(
                "table-1",
                new Text("Sample | by hukou_type (100%)", "描述性统计 | 按户口"),
                false,
                new Text("Variable", "变量"),
                List.of(
                        new TableModel.Group(new Text("Rural", "农业户口"), 0, 3),
                        new TableModel.Group(new Text("Urban & other", "非农业户口及其他"), 3, 3)),
                columns,
                List.of(
                        new TableModel.Line(
                                "income",
                                new Text("Income, \u00a5 per month", "月收入（元）"),
                                List.of(
                                        new Cell.Count(12345678),
                                        new Cell.Number(3456.789, 2, false),
                                        new Cell.Words(new Text("before tax", "税前")),
                                        new Cell.Count(9),
                                        new Cell.Number(-0.00004, 2, false),
                                        Cell.BLANK)),
                        new TableModel.Line(
                                "x_1",
                                Text.of("x_1 <a> {b} #1 50% ~ ^ \\ [c] *d*"),
                                List.of(
                                        new Cell.Count(0),
                                        new Cell.Number(1.5, 2, true),
                                        new Cell.Flag(false),
                                        Cell.BLANK,
                                        new Cell.Number(1e12, 2, false),
                                        new Cell.Words(Text.of("a|b"))))),
                List.of(Text.of("[1] A note with $ & \"quotes\" -- and a `code`.")),
                Optional.empty());
    }

    static Fit.EventStudy eventStudy() {
        List<Coefficient> all = new ArrayList<>();
        List<Fit.AtTime> by = new ArrayList<>();
        for (int at : new int[] {-3, -2, 0, 1, 2}) {
            double estimate = 0.01 + 0.03 * at;
            double error = 0.0213 + 0.001 * at;
            double p = at < 0 ? 0.4 : at == 0 ? 0.07 : 0.0002;
            Coefficient c = coefficient("event::" + at, estimate, error, p);
            all.add(c);
            by.add(new Fit.AtTime(at, estimate, error, c.statistic(), p, c.confLow(), c.confHigh(), 1000 + at));
        }
        all.add(coefficient("age", 0.0021, 0.0009, 0.02));
        return new Fit.EventStudy(
                by,
                List.of(-1),
                new Fit.Binned(true, true),
                Optional.of(new Fit.WaldTest(1.2345, 0.2981, 2, 61)),
                regression("cross_city", all, List.of(), inference("cluster", BY_CITY)));
    }

    static Fit.Placebo placebo() {
        List<Fit.Draw> draws = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            draws.add(new Fit.Draw((i - 49) / 500.0, 0.03, (i - 49) / 15.0, 0.5));
        }
        Fit.Regression real = (Fit.Regression) baseline().get("baseline-2");
        Coefficient actual = real.coefficient("did").orElseThrow();
        return new Fit.Placebo("did", actual, draws, 35, 0.36, real);
    }
}
