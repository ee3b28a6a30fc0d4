package org.canbao.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Lang;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/**
 * Builds the sample of a study: inputs, joins, derived columns in order, filters in order. Every expression of the study
 * passes {@link SqlGuard} first; the caller has locked the engine's file access before that.
 */
public final class SampleBuilder {
    /** The table with all rows of the input, joined, derived, and marked with the filter that drops them. */
    private static final String WORK = "canbao_work";
    /** The number of the filter that drops the row, from 1; 0 for rows of the sample. */
    private static final String DROPPED_BY = "canbao_dropped_by";
    /** Whether that filter's condition was neither true nor false. */
    private static final String UNKNOWN = "canbao_unknown";
    /** The order of the rows in the input. */
    private static final String ORDER = "canbao_order";

    private final StudySpec study;
    private final SqlEngine engine;
    private final Map<String, InputView> views;
    private final SqlGuard guard;
    private final Problems problems = new Problems();
    private final KnownColumns known;
    private final Joins joins;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * A builder.
     *
     * @param engine where the views of the inputs are
     * @param views the inputs, by name in the study
     */
    public SampleBuilder(StudySpec study, SqlEngine engine, Map<String, InputView> views) {
        this.study = study;
        this.engine = engine;
        this.views = new LinkedHashMap<>(views);
        this.guard = new SqlGuard(engine);
        this.known = new KnownColumns(study, this.views, problems);
        this.joins = new Joins(study.sample(), this.views, engine);
    }

    /**
     * Builds the sample and writes it as Parquet, sorted by the columns that define cells, then in the order of the input.
     *
     * @param target the file to write; complete or absent
     * @return how the rows of the input became those of the sample
     * @throws CanbaoException if the study names columns that are not there, an expression is not allowed, a joined
     *     input has duplicate keys, or no row is left
     */
    public Ledger build(Path target) {
        Map<String, String> derived = new LinkedHashMap<>();
        for (StudySpec.Derived column : study.sample().derive()) {
            check(column.expression()).ifPresent(sql -> derived.put(column.name(), sql));
            known.derive(column);
        }
        List<String> filters = new ArrayList<>();
        study.sample().filters().forEach(f -> check(f.keep()).ifPresent(filters::add));
        checkSpecs();
        joins.check(problems);
        problems.throwIfErrors();
        materialise(derived, filters);
        Ledger ledger = ledger();
        if (ledger.rows() == 0) {
            throw noRows(ledger);
        }
        write(target, derived.keySet());
        return ledger;
    }

    private Optional<String> check(SqlExpression expression) {
        try {
            SqlGuard.Checked checked = guard.check(expression, known.all());
            checked.columns().forEach(c -> use(c, expression.place()));
            return Optional.of(checked.sql());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }

    private void checkSpecs() {
        for (ModelSpec spec : study.specs().values()) {
            spec.common().where().ifPresent(this::check);
        }
        for (ColumnRef column : StudyColumns.of(study)) {
            use(column.name(), column.place());
        }
    }

    private void use(String column, Place place) {
        known.require(column, place);
        used.add(column);
    }

    /** One statement: join, derive, and find for each row the first filter that drops it. */
    private void materialise(Map<String, String> derived, List<String> filters) {
        String base = joins.alias(study.sample().from().name());
        List<String> selected = new ArrayList<>();
        for (String column : used) {
            known.inputOf(column)
                    .ifPresent(input -> selected.add(joins.alias(input) + "." + SqlText.identifier(column)));
        }
        study.sample().joins().forEach(j -> selected.add(joins.matched(j)));
        selected.add("row_number() OVER (ORDER BY " + InputView.order(base) + ") AS " + ORDER);
        String query = "SELECT " + String.join(", ", selected) + " FROM " + joins.from();
        for (Map.Entry<String, String> column : derived.entrySet()) {
            query = "SELECT *, (" + column.getValue() + ") AS " + SqlText.identifier(column.getKey()) + " FROM (" + query
                    + ")";
        }
        StringBuilder droppedBy = new StringBuilder("CASE");
        StringBuilder unknown = new StringBuilder("CASE");
        for (int k = 0; k < filters.size(); k++) {
            droppedBy.append(" WHEN (" + filters.get(k) + ") IS NOT TRUE THEN " + (k + 1));
            unknown.append(" WHEN (" + filters.get(k) + ") IS NOT TRUE THEN (" + filters.get(k) + ") IS NULL");
        }
        boolean none = filters.isEmpty();
        try {
            engine.execute("CREATE OR REPLACE TABLE " + WORK + " AS SELECT *, "
                    + (none ? "0" : droppedBy + " ELSE 0 END") + " AS " + DROPPED_BY + ", "
                    + (none ? "false" : unknown + " ELSE false END") + " AS " + UNKNOWN + " FROM (" + query + ")");
        } catch (CanbaoException e) {
            Diagnostic cause = e.diagnostics().get(0);
            throw new CanbaoException(
                    List.of(Diagnostic.error(
                                    SampleCode.EXPRESSION_FAILED,
                                    "building the sample failed: " + cause.message())
                            .at(Place.of(study.file()))
                            .hint("a derived column or a filter met a value that it cannot take; try_cast(x AS type)"
                                    + " gives a missing value instead")),
                    e);
        }
    }

    private Ledger ledger() {
        InputView from = views.get(study.sample().from().name());
        if (from == null) {
            throw new IllegalStateException("the sample has no view of its input");
        }
        List<Ledger.Step> steps = new ArrayList<>();
        Text label = Text.of(from.name() + " (" + dataset(from.name()) + ")");
        steps.add(new Ledger.Step(Ledger.Kind.INPUT, from.name(), label, from.rows(), from.rows(), 0, 0));
        steps.addAll(joins.count(WORK, from.rows()));
        int filters = study.sample().filters().size();
        long[] dropped = new long[filters + 1];
        long[] missing = new long[filters + 1];
        engine.query(
                "SELECT " + DROPPED_BY + "::DOUBLE, count(*)::DOUBLE, sum(" + UNKNOWN + "::INTEGER)::DOUBLE FROM " + WORK
                        + " GROUP BY 1",
                chunk -> {
                    double[][] columns = new double[3][chunk.rows()];
                    for (int j = 0; j < columns.length; j++) {
                        chunk.doubles(j, columns[j], 0);
                    }
                    for (int i = 0; i < chunk.rows(); i++) {
                        dropped[(int) columns[0][i]] = (long) columns[1][i];
                        missing[(int) columns[0][i]] = (long) columns[2][i];
                    }
                });
        long rows = from.rows();
        for (int k = 0; k < filters; k++) {
            StudySpec.Filter filter = study.sample().filters().get(k);
            long left = rows - dropped[k + 1];
            steps.add(new Ledger.Step(
                    Ledger.Kind.FILTER, filter.id(), filter.label(), rows, left, missing[k + 1], 0));
            rows = left;
        }
        return new Ledger(study.id(), steps, rows);
    }

    private String dataset(String input) {
        StudySpec.Input declared = study.inputs().get(input);
        return declared == null ? input : declared.dataset();
    }

    private CanbaoException noRows(Ledger ledger) {
        String guilty = ledger.steps().stream()
                .filter(s -> s.kind() == Ledger.Kind.FILTER && s.after() == 0)
                .findFirst()
                .map(s -> "filter `" + s.id() + "` left none of " + s.before() + " rows"
                        + (s.missing() > 0 ? " (" + s.missing() + " had a missing value in its condition)" : ""))
                .orElse("the input has no rows");
        Diagnostic finding = Diagnostic.error(SampleCode.NO_ROWS, "no row is left in the sample: " + guilty);
        finding = study.sample().filters().stream()
                .filter(f -> ledger.steps().stream()
                        .anyMatch(s -> s.id().equals(f.id()) && s.after() == 0 && s.before() > 0))
                .findFirst()
                .map(f -> f.keep().place())
                .map(finding::at)
                .orElse(finding.at(Place.of(study.file())));
        for (String line : LedgerText.print(ledger, Lang.EN).split("\n", -1)) {
            if (!line.isBlank()) {
                finding = finding.hint(line);
            }
        }
        return finding.toException();
    }

    private void write(Path target, Set<String> derived) {
        Set<String> kept = new LinkedHashSet<>(used);
        kept.addAll(derived);
        List<String> order = new ArrayList<>(StudyColumns.cellColumns(study).stream()
                .filter(kept::contains)
                .map(SqlText::identifier)
                .toList());
        order.add(ORDER);
        engine.writeParquet(
                "SELECT " + String.join(", ", kept.stream().map(SqlText::identifier).toList()) + " FROM " + WORK + " WHERE "
                        + DROPPED_BY + " = 0 ORDER BY " + String.join(", ", order),
                target);
        engine.execute("DROP TABLE " + WORK);
    }
}
