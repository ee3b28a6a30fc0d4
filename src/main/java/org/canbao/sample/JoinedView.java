package org.canbao.sample;

import java.util.List;
import java.util.stream.Collectors;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;

/**
 * An input joined to the base on columns of the same name.
 *
 * @param join what the study says
 * @param view the joined input
 */
record JoinedView(StudySpec.Join join, InputView view) {
    /** Reports keys that are missing on either side or have different types. */
    void checkKeys(InputView base, Problems problems) {
        for (ColumnRef key : join.keys()) {
            for (InputView side : List.of(base, view)) {
                if (!side.has(key.name())) {
                    problems.add(new KnownColumns(side.variables())
                            .unknown(key.name(), key.place())
                            .hint("`" + side.name() + "` is joined on it"));
                }
            }
            if (base.has(key.name()) && view.has(key.name())) {
                checkTypes(base, key, problems);
            }
        }
        if (view.input().lag().isPresent() && !hasKey(InputView.YEAR)) {
            problems.add(Diagnostic.error(
                            SampleCode.KEYS_DIFFER,
                            "input `" + view.name() + "` has a lag but is not joined on `" + InputView.YEAR + "`")
                    .at(join.input().place()));
        }
    }

    private void checkTypes(InputView base, ColumnRef key, Problems problems) {
        ValueType left = typeIn(base, key.name());
        ValueType right = typeIn(view, key.name());
        boolean same = left == right || (left.isNumeric() && right.isNumeric());
        if (!same) {
            problems.add(Diagnostic.error(
                            SampleCode.KEYS_DIFFER,
                            "key `" + key.name() + "` is " + left + " in `" + base.name() + "` and " + right + " in `"
                                    + view.name() + "`")
                    .at(key.place())
                    .hint("ingest both with the same type"));
        }
    }

    private static ValueType typeIn(InputView view, String column) {
        return view.variables().stream()
                .filter(v -> v.name().equals(column))
                .map(Variable::type)
                .findFirst()
                .orElseThrow();
    }

    /** Reports keys that appear more than once: joining them would multiply rows. Values are not printed. */
    void checkUnique(SqlEngine engine, Problems problems) {
        String groups = "SELECT count(*) AS rows FROM " + view.relation() + " WHERE " + allKeys(" IS NOT NULL", " AND ")
                + " GROUP BY " + keys() + " HAVING count(*) > 1";
        long repeated = engine.count("SELECT count(*) FROM (" + groups + ")");
        if (repeated > 0) {
            long most = engine.count("SELECT max(rows) FROM (" + groups + ")");
            problems.add(Diagnostic.error(
                            SampleCode.DUPLICATE_KEYS,
                            "input `" + view.name() + "` cannot be joined on " + names() + ": " + repeated
                                    + (repeated == 1 ? " key appears" : " keys appear") + " more than once")
                    .at(join.input().place())
                    .hint("up to " + most
                            + " rows have the same key; join on more columns, or make it one row per key"));
        }
    }

    /** Rows of the joined input that no row of the base matches. */
    long unused(SqlEngine engine, InputView base) {
        return engine.count("SELECT count(*) FROM " + view.relation() + " j WHERE NOT EXISTS (SELECT 1 FROM "
                + base.relation() + " b WHERE " + on("b", "j") + ")");
    }

    /** The condition of the join. */
    String on(String left, String right) {
        return join.keys().stream()
                .map(k -> SqlText.identifier(k.name()))
                .map(k -> left + "." + k + " = " + right + "." + k)
                .collect(Collectors.joining(" AND "));
    }

    private String keys() {
        return InputView.list(join.keys().stream().map(ColumnRef::name).toList());
    }

    private String allKeys(String suffix, String separator) {
        return join.keys().stream()
                .map(k -> SqlText.identifier(k.name()) + suffix)
                .collect(Collectors.joining(separator));
    }

    private String names() {
        return join.keys().stream().map(k -> "`" + k.name() + "`").collect(Collectors.joining(", "));
    }

    boolean hasKey(String column) {
        return join.keys().stream().anyMatch(k -> k.name().equals(column));
    }
}
