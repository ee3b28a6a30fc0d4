package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.report.Labels;
import org.canbao.report.TableCode;
import org.canbao.result.Fit;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/**
 * Lays fits side by side: estimates with their standard errors, what was controlled for, how good the fit is, and in the
 * notes how the standard errors were computed and which rows and regressors are not in it.
 */
public final class RegressionTable {
    private final TableSpec.Regression spec;
    private final TableContext context;
    private final List<FitColumn> columns;

    private RegressionTable(TableSpec.Regression spec, Map<String, Fit> fits, TableContext context) {
        this.spec = spec;
        this.context = context;
        this.columns = columns(spec, fits, context);
    }

    /**
     * The table.
     *
     * @param spec what was asked for
     * @param fits the fits by the id of their spec
     * @param context labels, notes of the study, whether data are simulated
     * @throws CanbaoException CB0601 if a column has no fit, CB0602 if a row is a term of no column
     */
    public static TableModel of(TableSpec.Regression spec, Map<String, Fit> fits, TableContext context) {
        return new RegressionTable(spec, fits, context).model();
    }

    private TableModel model() {
        RegressionTerms terms = RegressionTerms.of(spec.rows(), columns);
        Labels labels = AttLabels.of(columns, context.labels());
        EffectLabels effects = new EffectLabels(labels);
        List<TableModel.Row> rows = new ArrayList<>();
        rows.addAll(new RegressionEstimates(columns, labels, spec.digits()).rows(terms));
        rows.addAll(new RegressionFooter(columns, labels, effects, spec.digits(), context.protection()).rows(terms));
        List<Text> notes =
                new ArrayList<>(new RegressionNotes(columns, labels, effects, context.protection()).texts(terms));
        spec.notes().ifPresent(notes::add);
        context.notes().ifPresent(notes::add);
        return new TableModel(
                spec.id(),
                spec.title(),
                context.simulated(),
                Text.of(""),
                groups(),
                columns.stream()
                        .map(c -> new TableModel.Column(Text.of("(" + c.number() + ")")))
                        .toList(),
                rows,
                notes,
                Optional.of(Stars.legend()));
    }

    /** Neighbouring columns with the same header share it. */
    private List<TableModel.Group> groups() {
        List<TableModel.Group> groups = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            int to = from + 1;
            while (to < columns.size()
                    && columns.get(to).header().equals(columns.get(from).header())) {
                to++;
            }
            groups.add(new TableModel.Group(columns.get(from).header(), from, to - from));
            from = to;
        }
        return groups;
    }

    private static List<FitColumn> columns(TableSpec.Regression spec, Map<String, Fit> fits, TableContext context) {
        List<FitColumn> columns = new ArrayList<>();
        for (TableSpec.Column column : spec.columns()) {
            Fit fit = fits.get(column.spec().name());
            if (fit == null) {
                throw noFit(spec, column, fits);
            }
            Text header = column.header().orElseGet(() -> outcome(fit, context));
            columns.add(
                    column.marginal().isEmpty()
                            ? new FitColumn(columns.size() + 1, header, fit)
                            : MarginalColumn.of(
                                    columns.size() + 1,
                                    header,
                                    fit,
                                    column.marginal().get(),
                                    column.spec(),
                                    context.labels()));
        }
        return columns;
    }

    private static Text outcome(Fit fit, TableContext context) {
        return context.labels().text(fit.outcome());
    }

    private static CanbaoException noFit(TableSpec.Regression spec, TableSpec.Column column, Map<String, Fit> fits) {
        String name = column.spec().name();
        return Diagnostic.error(
                        TableCode.NO_FIT,
                        "table `" + spec.id() + "` needs the fit of `" + name + "`, and there is none")
                .at(column.spec().place())
                .nearest(Nearest.to(name, fits.keySet()))
                .hint("fits here: "
                        + (fits.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ", fits.keySet().stream().sorted().toList())))
                .toException();
    }
}
