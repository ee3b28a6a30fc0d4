package org.canbao.sample;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/** Finds the columns that specs and tables use, and reports those that are not there, all at once. */
public final class StudyColumns {
    private final SqlGuard guard;
    private final KnownColumns known;
    private final Problems problems;
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * A check against these columns.
     *
     * @param problems receives the findings
     */
    public StudyColumns(SqlGuard guard, Collection<Variable> columns, Problems problems) {
        this(guard, new KnownColumns(columns), problems);
    }

    /** A check against these columns. */
    public StudyColumns(SqlGuard guard, KnownColumns known, Problems problems) {
        this.guard = guard;
        this.known = known;
        this.problems = problems;
    }

    /** The names of the columns that the specs and tables of a study name outside SQL, sorted. */
    public static List<String> named(StudySpec study) {
        return Stream.of(
                        study.specs().values().stream().map(SpecColumns::of),
                        study.tables().values().stream().map(TableSpec::columnsRead),
                        study.figures().values().stream().map(FigureSpec::columnsRead))
                .flatMap(columns -> columns)
                .flatMap(List::stream)
                .map(ColumnRef::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** The SQL conditions of specs, tables and figures, each where there is one. */
    public static List<SqlExpression> conditions(StudySpec study) {
        return Stream.of(
                        study.specs().values().stream()
                                .map(spec -> spec.common().where()),
                        study.tables().values().stream().map(TableSpec::where),
                        study.figures().values().stream().map(FigureSpec::where))
                .flatMap(conditions -> conditions)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The columns by which the sample of a study is sorted before the order of its input. */
    public static List<String> order(StudySpec study) {
        return SpecColumns.sortColumns(study);
    }

    /** Checks all specs and tables of a study and returns the columns that they use. */
    public Set<String> check(StudySpec study) {
        study.specs().values().forEach(this::check);
        study.tables().values().forEach(table -> {
            names(table.columnsRead());
            table.where().ifPresent(this::condition);
        });
        study.figures().values().forEach(figure -> {
            names(figure.columnsRead());
            figure.where().ifPresent(this::condition);
        });
        return Set.copyOf(used);
    }

    /** Checks one spec and returns the columns used so far. */
    public Set<String> check(ModelSpec spec) {
        names(SpecColumns.of(spec));
        spec.common().where().ifPresent(this::condition);
        return Set.copyOf(used);
    }

    private void condition(SqlExpression where) {
        try {
            used.addAll(guard.check(where, known, SqlGuard.Use.CONDITION).columns());
        } catch (CanbaoException e) {
            problems.addAll(e);
        }
    }

    private void names(List<ColumnRef> columns) {
        for (ColumnRef column : columns) {
            if (known.has(column.name())) {
                used.add(column.name());
            } else if (problems.all().stream()
                    .noneMatch(d -> d.code() == SampleCode.UNKNOWN_COLUMN
                            && d.place().filter(column.place()::equals).isPresent())) {
                problems.add(known.unknown(column.name(), column.place()));
            }
        }
    }
}
