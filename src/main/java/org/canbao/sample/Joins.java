package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;

/** The joins of a sample: left joins on columns of the same name, each joined input with at most one row per key. */
final class Joins {
    private final StudySpec.SampleSpec sample;
    private final Map<String, InputView> views;
    private final SqlEngine engine;

    Joins(StudySpec.SampleSpec sample, Map<String, InputView> views, SqlEngine engine) {
        this.sample = sample;
        this.views = views;
        this.engine = engine;
    }

    /** The alias of an input in the FROM clause. */
    String alias(String input) {
        return SqlText.identifier("canbao_from_" + input);
    }

    /** The column that tells whether a join matched. */
    String matched(StudySpec.Join join) {
        return SqlText.identifier("canbao_matched_" + join.input().name());
    }

    /** The FROM clause, without the word. */
    String from() {
        InputView base = view(sample.from());
        StringBuilder from = new StringBuilder(SqlText.identifier(base.view()) + " AS " + alias(base.name()));
        for (StudySpec.Join join : sample.joins()) {
            InputView joined = view(join.input());
            String on = join.keys().stream()
                    .map(k -> alias(base.name()) + "." + SqlText.identifier(k.name()) + " = " + alias(joined.name()) + "."
                            + SqlText.identifier(k.name()))
                    .collect(Collectors.joining(" AND "));
            from.append(" LEFT JOIN (SELECT *, true AS ")
                    .append(matched(join))
                    .append(" FROM ")
                    .append(SqlText.identifier(joined.view()))
                    .append(") AS ")
                    .append(alias(joined.name()))
                    .append(" ON ")
                    .append(on);
        }
        return from.toString();
    }

    /** Findings for keys that are missing, do not compare, or are not unique in the joined input. */
    void check(Problems problems) {
        for (StudySpec.Join join : sample.joins()) {
            boolean there = true;
            for (ColumnRef key : join.keys()) {
                there &= checkKey(key, join, problems);
            }
            if (there) {
                checkUnique(join, problems);
            }
        }
    }

    /** The ledger's lines of the joins, counted over the finished work table. */
    List<Ledger.Step> count(String work, long rows) {
        List<Ledger.Step> steps = new ArrayList<>();
        for (StudySpec.Join join : sample.joins()) {
            long matched = engine.count("SELECT count(" + matched(join) + ") FROM " + work);
            String keys = keys(join);
            long unused = engine.count("SELECT count(*) FROM (SELECT " + keys + " FROM "
                    + SqlText.identifier(view(join.input()).view()) + " EXCEPT ALL SELECT " + keys + " FROM (SELECT DISTINCT "
                    + keys + " FROM " + SqlText.identifier(view(sample.from()).view()) + "))");
            steps.add(new Ledger.Step(
                    Ledger.Kind.JOIN,
                    join.input().name(),
                    org.canbao.spec.Text.of(join.input().name()),
                    rows,
                    rows,
                    rows - matched,
                    unused));
        }
        return steps;
    }

    private boolean checkKey(ColumnRef key, StudySpec.Join join, Problems problems) {
        boolean there = true;
        for (ColumnRef input : List.of(sample.from(), join.input())) {
            Map<String, Variable> columns = view(input).byName();
            if (!columns.containsKey(key.name())) {
                problems.add(Diagnostic.error(
                                SampleCode.UNKNOWN_COLUMN,
                                "input `" + input.name() + "` has no column `" + key.name() + "` to join on")
                        .at(key.place())
                        .nearest(Nearest.to(key.name(), columns.keySet())));
                there = false;
            }
        }
        if (there) {
            Variable left = view(sample.from()).byName().get(key.name());
            Variable right = view(join.input()).byName().get(key.name());
            if (left != null && right != null && !InputView.comparable(left.type(), right.type())) {
                problems.add(Diagnostic.error(
                                SampleCode.KEY_TYPES,
                                "`" + key.name() + "` is " + left.type() + " in `"
                                        + sample.from().name() + "` and " + right.type() + " in `"
                                        + join.input().name() + "`: they never match")
                        .at(key.place())
                        .hint("ingest one of them again with `--type " + key.name() + "=...`"));
                return false;
            }
        }
        return there;
    }

    private void checkUnique(StudySpec.Join join, Problems problems) {
        String keys = keys(join);
        long duplicated = engine.count("SELECT count(*) FROM (SELECT " + keys + " FROM "
                + SqlText.identifier(view(join.input()).view()) + " GROUP BY " + keys + " HAVING count(*) > 1)");
        if (duplicated > 0) {
            problems.add(Diagnostic.error(
                            SampleCode.DUPLICATE_KEYS,
                            "input `" + join.input().name() + "` has " + duplicated + " keys ("
                                    + join.keys().stream().map(ColumnRef::name).collect(Collectors.joining(", "))
                                    + ") with more than one row")
                    .at(join.input().place())
                    .hint("a join must not multiply rows: add the column that tells them apart to the keys, or remove"
                            + " the duplicates"));
        }
    }

    private static String keys(StudySpec.Join join) {
        return join.keys().stream().map(k -> SqlText.identifier(k.name())).collect(Collectors.joining(", "));
    }

    private InputView view(ColumnRef input) {
        InputView view = views.get(input.name());
        if (view == null) {
            throw new IllegalArgumentException("no view of input " + input.name());
        }
        return view;
    }
}
