package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Coefficient;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.Text;

/** The tables of a local-polynomial discontinuity: its sides, its three rows, those of the first stage. */
final class RdLocalTables {
    private static final int DIGITS = 3;

    private final RdLocalFit fit;
    private final TableContext context;

    private RdLocalTables(RdLocalFit fit, TableContext context) {
        this.fit = fit;
        this.context = context;
    }

    /** The tables, in the order in which they print. */
    static List<TableModel> of(RdLocalFit fit, TableContext context) {
        RdLocalTables tables = new RdLocalTables(fit, context);
        List<TableModel> all = new ArrayList<>();
        all.add(tables.sides());
        fit.design()
                .treatment()
                .ifPresent(treatment -> all.add(tables.estimates(
                        "first-stage",
                        Vocabulary.FIRST_STAGE_JUMP.text(context.labels().text(treatment)),
                        fit.firstStage())));
        Text title = Vocabulary.DISCONTINUITY.text(Numbers.exact(fit.cutoff()));
        all.add(tables.estimates("coefficients", title, fit.rows()));
        return all;
    }

    private TableModel sides() {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(pair("n", Vocabulary.OBSERVATIONS, side -> new Cell.Count(side.n())));
        rows.add(pair("n_h", Vocabulary.ROWS_EFFECTIVE, side -> new Cell.Count(side.nH())));
        rows.add(pair("n_b", Vocabulary.ROWS_FOR_BIAS, side -> new Cell.Count(side.nB())));
        rows.add(pair("unique", Vocabulary.UNIQUE_VALUES, side -> Cell.Count.ofOther(side.unique())));
        if (fit.left().clusters().isPresent()) {
            rows.add(pair(
                    "clusters",
                    Vocabulary.CLUSTERS_OF_SIDE,
                    side -> Cell.Count.ofOther(side.clusters().orElseThrow())));
        }
        rows.add(pair(
                "order",
                Vocabulary.ORDER_ESTIMATE,
                side -> Cell.Count.ofOther(fit.design().order())));
        rows.add(pair(
                "q",
                Vocabulary.ORDER_BIAS,
                side -> Cell.Count.ofOther(fit.design().biasOrder())));
        rows.add(pair("h", Vocabulary.H, side -> number(side.h())));
        rows.add(pair("b", Vocabulary.B, side -> number(side.b())));
        rows.add(pair("rho", Vocabulary.RHO, side -> number(side.h() / side.b())));
        rows.add(pair("at_cutoff", Vocabulary.VALUE_AT_CUTOFF, side -> number(side.value())));
        return FitRows.table(
                "sides",
                Vocabulary.SIDES_OF_CUTOFF.text(),
                List.of(new TableModel.Column(Vocabulary.LEFT.text()), new TableModel.Column(Vocabulary.RIGHT.text())),
                rows,
                context);
    }

    private TableModel.Row pair(String key, Words label, Function<RdLocalFit.Side, Cell> cell) {
        return new TableModel.Line(key, label.text(), List.of(cell.apply(fit.left()), cell.apply(fit.right())));
    }

    private static Cell number(double value) {
        return FitRows.number(value, DIGITS);
    }

    private TableModel estimates(String id, Text title, List<Coefficient> rows) {
        String level = Numbers.exact(fit.design().level());
        List<TableModel.Column> columns = List.of(
                new TableModel.Column(Vocabulary.ESTIMATE.text()),
                new TableModel.Column(Vocabulary.STD_ERROR.text()),
                new TableModel.Column(Vocabulary.Z_STATISTIC.text()),
                new TableModel.Column(Vocabulary.P_VALUE.text()),
                new TableModel.Column(Vocabulary.LEVEL_LOW.text(level)),
                new TableModel.Column(Vocabulary.LEVEL_HIGH.text(level)));
        List<TableModel.Row> lines = new ArrayList<>();
        for (Coefficient row : rows) {
            lines.add(new TableModel.Line(row.name(), label(row), FitRows.cells(row)));
        }
        return FitRows.table(id, title, columns, lines, context);
    }

    private static Text label(Coefficient row) {
        return switch (row.name()) {
            case RdLocalFit.CONVENTIONAL -> Vocabulary.CONVENTIONAL.text();
            case RdLocalFit.BIAS_CORRECTED -> Vocabulary.BIAS_CORRECTED.text();
            default -> Vocabulary.ROBUST.text();
        };
    }
}
