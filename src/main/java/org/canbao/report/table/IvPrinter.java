package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;
import org.canbao.spec.Text;

/** What two-stage least squares says: its first stages, and the tests of its instruments. */
final class IvPrinter implements FitPrinter<IvFit> {
    private static final int F_DIGITS = 2;
    private static final int P_DIGITS = 3;
    private static final int DIGITS = 4;

    @Override
    public Class<IvFit> type() {
        return IvFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(IvFit fit, TableContext context) {
        Labels labels = context.labels();
        List<FitFacts.Fact> facts = new ArrayList<>();
        for (IvFit.FirstStage stage : fit.firstStages()) {
            Text name = labels.text(stage.endogenous());
            facts.add(new FitFacts.Fact(Vocabulary.FIRST_STAGE.text(name), FitFacts.wald(stage.f())));
            stage.wald()
                    .ifPresent(test -> facts.add(
                            new FitFacts.Fact(Vocabulary.FIRST_STAGE_ROBUST.text(name), FitFacts.wald(test))));
        }
        IvFit.Tests tests = fit.tests();
        tests.effective().ifPresent(f -> facts.add(fact(Vocabulary.EFFECTIVE, effective(f))));
        Text rank = Vocabulary.RANK_OF.text(
                chiSquared(tests.rank().wald()), shown(tests.rank().f()));
        facts.add(fact(Vocabulary.RANK, rank));
        facts.add(fact(Vocabulary.EXOGENEITY, FitFacts.wald(tests.exogenous())));
        facts.addAll(overidentification(fit));
        tests.weakRobust().ifPresent(test -> {
            facts.add(fact(Vocabulary.WEAK_ROBUST, FitFacts.wald(test.zero())));
            if (fit.endogenous().size() == 1) {
                facts.add(fact(Vocabulary.WEAK_ROBUST_SET, set(test.set())));
            }
        });
        return facts;
    }

    @Override
    public List<TableModel> following(IvFit fit, TableContext context) {
        List<TableModel> tables = new ArrayList<>();
        for (IvFit.FirstStage stage : fit.firstStages()) {
            List<TableModel.Row> rows = new ArrayList<>();
            for (Coefficient c : stage.instruments()) {
                rows.add(new TableModel.Line(c.name(), context.labels().text(c.name()), FitRows.cells(c)));
            }
            tables.add(FitRows.table(
                    "first-stage-" + stage.endogenous(),
                    Vocabulary.FIRST_STAGE_OF.text(context.labels().text(stage.endogenous())),
                    FitRows.columns(),
                    rows,
                    context));
        }
        return tables;
    }

    @Override
    public void records(IvFit fit, FitRecords out) throws IOException {
        for (IvFit.FirstStage stage : fit.firstStages()) {
            for (Coefficient c : stage.instruments()) {
                out.estimate("first_stage", c, fit.inference().df(), "", stage.endogenous());
            }
            out.wald("first_stage_f", stage.f());
            if (stage.wald().isPresent()) {
                out.wald("first_stage_wald", stage.wald().get());
            }
        }
        IvFit.Tests tests = fit.tests();
        if (tests.effective().isPresent()) {
            IvFit.EffectiveF f = tests.effective().get();
            out.test("effective_f", "", f.statistic(), Double.NaN, "critical value " + Numbers.exact(f.critical()));
        }
        record(out, "kleibergen_paap", tests.rank().wald());
        out.wald("wu_hausman", tests.exogenous());
        if (tests.overidentified().isPresent()) {
            record(out, "sargan", tests.overidentified().get());
        }
        if (tests.hansen().isPresent()) {
            record(out, "hansen_j", tests.hansen().get());
        }
        if (tests.exactlyIdentified()) {
            out.note("overidentification", "", "exactly identified");
        }
        if (tests.weakRobust().isPresent()) {
            out.wald("anderson_rubin", tests.weakRobust().get().zero());
        }
    }

    private static void record(FitRecords out, String part, IvFit.ChiSquared test) throws IOException {
        out.test(part, "", test.statistic(), test.pValue(), "chi-squared(" + test.df() + ")");
    }

    @Override
    public List<FooterRow> tests(IvFit fit) {
        List<FooterRow> rows = new ArrayList<>();
        for (IvFit.FirstStage stage : fit.firstStages()) {
            Fit.WaldTest test = stage.wald().orElse(stage.f());
            rows.add(new FooterRow(
                    "first_stage_f:" + stage.endogenous(),
                    Vocabulary.FIRST_STAGE_F.text(Text.of(stage.endogenous())),
                    new Cell.Number(test.statistic(), F_DIGITS, true)));
        }
        fit.tests()
                .effective()
                .ifPresentOrElse(
                        f -> rows.add(new FooterRow(
                                "effective_f",
                                Vocabulary.EFFECTIVE_F.text(),
                                new Cell.Number(f.statistic(), F_DIGITS, true))),
                        () -> rows.add(new FooterRow(
                                "rank_f",
                                Vocabulary.RANK_F.text(),
                                new Cell.Number(fit.tests().rank().f(), F_DIGITS, true))));
        fit.tests()
                .weakRobust()
                .ifPresent(test -> rows.add(p(
                        "anderson_rubin_p",
                        Vocabulary.WEAK_ROBUST_P,
                        test.zero().pValue())));
        fit.tests().hansen().ifPresent(test -> rows.add(p("hansen_p", Vocabulary.HANSEN_P, test.pValue())));
        if (isHomoskedastic(fit)) {
            fit.tests().overidentified().ifPresent(test -> rows.add(p("sargan_p", Vocabulary.SARGAN_P, test.pValue())));
        }
        return rows;
    }

    /** Hansen's J with the covariance of the spec, and Sargan's; or that there is nothing to test. */
    private static List<FitFacts.Fact> overidentification(IvFit fit) {
        IvFit.Tests tests = fit.tests();
        List<FitFacts.Fact> facts = new ArrayList<>();
        if (tests.exactlyIdentified()) {
            facts.add(fact(Vocabulary.OVERIDENTIFICATION, Vocabulary.EXACTLY_IDENTIFIED.text()));
        } else if (!isHomoskedastic(fit)) {
            facts.add(fact(
                    Vocabulary.HANSEN,
                    tests.hansen().map(IvPrinter::chiSquared).orElseGet(Vocabulary.SINGULAR_MOMENTS::text)));
        }
        tests.overidentified().ifPresent(test -> facts.add(fact(Vocabulary.SARGAN, chiSquared(test))));
        return facts;
    }

    private static boolean isHomoskedastic(IvFit fit) {
        return fit.inference().vcov().equals("iid");
    }

    private static FooterRow p(String key, Words label, double value) {
        return new FooterRow(key, label.text(), new Cell.Number(value, P_DIGITS, true));
    }

    private static Text effective(IvFit.EffectiveF f) {
        return Vocabulary.EFFECTIVE_OF.text(shown(f.statistic()), shown(f.critical()), Numbers.exact(f.bias()));
    }

    private static Text chiSquared(IvFit.ChiSquared test) {
        return Vocabulary.CHI_SQUARED.text(shown(test.statistic()), test.df(), shown(test.pValue()));
    }

    private static Text set(List<IvFit.Interval> set) {
        if (set.isEmpty()) {
            return Vocabulary.NO_VALUE.text();
        }
        return Text.of(String.join(
                " ∪ ",
                set.stream()
                        .map(i -> (Double.isInfinite(i.low()) ? "(−∞" : "[" + shown(i.low())) + ", "
                                + (Double.isInfinite(i.high()) ? "∞)" : shown(i.high()) + "]"))
                        .toList()));
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }

    private static String shown(double value) {
        return Numbers.shown(value, Numbers.decimals(DIGITS, value));
    }
}
