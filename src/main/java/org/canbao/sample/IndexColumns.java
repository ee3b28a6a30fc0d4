package org.canbao.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.math.PrincipalComponent;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.jspecify.annotations.Nullable;

/**
 * The indices of an input as SQL expressions: the principal component is computed from the rows that have all columns, in
 * their order, and a row that lacks one has no score.
 */
final class IndexColumns {
    private static final String ALL = "";

    private final SqlEngine engine;
    private final String relation;
    private final KnownColumns known;

    /** The indices over this view, whose rows have a total order. */
    IndexColumns(SqlEngine engine, String relation, List<Variable> variables) {
        this.engine = engine;
        this.relation = relation;
        this.known = new KnownColumns(variables);
    }

    /**
     * The expression of an index.
     *
     * @throws CanbaoException if a column is not there, constant, or the name of the index is taken
     */
    String sql(IndexSpec index) {
        check(index);
        Map<String, List<double[]>> groups = rows(index);
        if (index.per().isEmpty()) {
            return score(index, component(index, groups.getOrDefault(ALL, List.of())));
        }
        Map<String, PrincipalComponent> components = new LinkedHashMap<>();
        groups.forEach((group, rows) -> components.put(group, component(index, rows)));
        if (components.isEmpty()) {
            component(index, List.of());
        }
        StringBuilder sql = new StringBuilder("CASE CAST(")
                .append(SqlText.identifier(index.per().get().name()))
                .append(" AS VARCHAR)");
        components.forEach((group, component) -> sql.append(" WHEN ")
                .append(SqlText.literal(group))
                .append(" THEN ")
                .append(score(index, component)));
        return sql.append(" END").toString();
    }

    private void check(IndexSpec index) {
        List<ColumnRef> read = new ArrayList<>(index.of());
        index.per().ifPresent(read::add);
        for (ColumnRef column : read) {
            if (!known.has(column.name())) {
                throw known.unknown(column.name(), column.place()).toException();
            }
        }
        for (ColumnRef column : index.of()) {
            if (!known.isNumeric(column.name())) {
                throw Diagnostic.error(SampleCode.NOT_A_NUMBER, "`" + column.name() + "` is no number")
                        .at(column.place())
                        .toException();
            }
        }
        if (known.has(index.column().name())) {
            throw Diagnostic.error(
                            SampleCode.COLUMN_EXISTS,
                            "there is already a column `" + index.column().name() + "`")
                    .at(index.column().place())
                    .hint("give the index another name")
                    .toException();
        }
    }

    /** The complete rows by group. */
    private Map<String, List<double[]>> rows(IndexSpec index) {
        int k = index.of().size();
        List<String> items = new ArrayList<>();
        index.of().forEach(c -> items.add("CAST(" + SqlText.identifier(c.name()) + " AS DOUBLE)"));
        items.add(index.per()
                .map(c -> "CAST(" + SqlText.identifier(c.name()) + " AS VARCHAR)")
                .orElse("''"));
        String complete = String.join(
                " AND ", items.stream().map(item -> item + " IS NOT NULL").toList());
        Map<String, List<double[]>> groups = new LinkedHashMap<>();
        engine.query(
                "SELECT " + String.join(", ", items) + " FROM " + relation + " WHERE " + complete + " ORDER BY "
                        + InputView.FILE + ", " + InputView.ROW,
                chunk -> {
                    double[][] columns = new double[k][chunk.rows()];
                    @Nullable String[] names = new String[chunk.rows()];
                    for (int j = 0; j < k; j++) {
                        chunk.doubles(j, columns[j], 0);
                    }
                    chunk.strings(k, names, 0);
                    for (int i = 0; i < chunk.rows(); i++) {
                        int row = i;
                        groups.computeIfAbsent(String.valueOf(names[i]), g -> new ArrayList<>())
                                .add(IntStream.range(0, k)
                                        .mapToDouble(j -> columns[j][row])
                                        .toArray());
                    }
                });
        return groups;
    }

    private static PrincipalComponent component(IndexSpec index, List<double[]> rows) {
        double[][] columns = new double[index.of().size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        if (rows.size() < 2) {
            throw notComputable(index, "fewer than two rows have all its columns");
        }
        for (int j = 0; j < columns.length; j++) {
            double first = columns[j][0];
            if (Arrays.stream(columns[j]).allMatch(value -> value == first)) {
                throw notComputable(index, "`" + index.of().get(j).name() + "` is constant");
            }
        }
        return PrincipalComponent.of(columns);
    }

    private static CanbaoException notComputable(IndexSpec index, String why) {
        return Diagnostic.error(
                        SampleCode.NOT_COMPUTABLE,
                        "index `" + index.column().name() + "` cannot be computed: " + why
                                + index.per()
                                        .map(per -> " in a value of `" + per.name() + "`")
                                        .orElse(""))
                .at(index.column().place())
                .toException();
    }

    private static String score(IndexSpec index, PrincipalComponent component) {
        List<String> terms = new ArrayList<>();
        for (int j = 0; j < index.of().size(); j++) {
            double mean = index.origin() == IndexSpec.Origin.MEAN ? component.means()[j] : 0;
            terms.add(number(component.weights()[j] / component.deviations()[j]) + " * (CAST("
                    + SqlText.identifier(index.of().get(j).name()) + " AS DOUBLE) - " + number(mean) + ")");
        }
        return "(" + String.join(" + ", terms) + ")";
    }

    /** A number as it is, not as a decimal. */
    private static String number(double value) {
        return "CAST(" + SqlText.literal(Double.toString(value)) + " AS DOUBLE)";
    }
}
