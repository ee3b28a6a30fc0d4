package org.canbao.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.engine.SqlText;
import org.canbao.schema.RosterCount;
import org.canbao.schema.Rule;

/** Rules in SQL, on rows that know their part and their place in it. */
final class RuleSql {
    /** The number of the part of a row. */
    static final String PART = "canbao_part";
    /** The place of a row in its part. */
    static final String AT = "canbao_at";

    private RuleSql() {}

    /** Whether a rule must compare rows with each other. */
    static boolean comparesRows(Rule rule) {
        return rule.check() instanceof Rule.Overlap || rule.check() instanceof Rule.Repeated;
    }

    /** Whether a row is found, of a rule that looks at single rows; null where a value is missing. */
    static String found(Rule.Check check) {
        if (check instanceof Rule.When when) {
            return all(when.where());
        }
        if (check instanceof Rule.Backwards backwards) {
            String from = SqlText.identifier(backwards.from());
            return "CASE WHEN " + from + " IS NOT NULL THEN coalesce(" + SqlText.identifier(backwards.to()) + " < "
                    + from + ", false) END";
        }
        throw new IllegalArgumentException("not of single rows: " + check);
    }

    /** The column with what was found in raw values. */
    static String foundInRaw(Rule rule) {
        return SqlText.identifier(Rule.COLUMN + rule.id());
    }

    /** The rows that a rule finds which compares rows, by part and place. */
    static String places(Rule rule, String rows) {
        String seen = "SELECT " + PART + ", " + AT + ", " + later(rule.check()) + " AS later FROM " + rows + " WHERE "
                + judged(rule.check()) + " AND " + among(rule);
        return "SELECT " + PART + ", " + AT + " FROM (" + seen + ") WHERE later";
    }

    /** Whether a row has all that a rule needs which compares rows. */
    static String judged(Rule.Check check) {
        List<String> needed = check instanceof Rule.Overlap overlap
                ? concat(overlap.unit(), overlap.from())
                : ((Rule.Repeated) check).unit();
        return needed.stream()
                .map(column -> SqlText.identifier(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    /** Whether a rule looks at a row. */
    static String among(Rule rule) {
        return rule.among().isEmpty() ? "true" : "coalesce(" + all(rule.among()) + ", false)";
    }

    private static String later(Rule.Check check) {
        if (check instanceof Rule.Overlap overlap) {
            String from = SqlText.identifier(overlap.from());
            String to = SqlText.identifier(overlap.to());
            String before = " OVER (PARTITION BY " + list(overlap.unit()) + " ORDER BY " + from + ", " + PART + ", "
                    + AT + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
            return "coalesce(max(" + to + ")" + before + " > " + from + ", false) OR coalesce(bool_or(" + to
                    + " IS NULL)" + before + ", false)";
        }
        return "row_number() OVER (PARTITION BY " + list(((Rule.Repeated) check).unit()) + " ORDER BY " + PART + ", "
                + AT + ") > 1";
    }

    private static String all(List<RosterCount.Condition> conditions) {
        return conditions.stream().map(RuleSql::condition).collect(Collectors.joining(" AND ", "(", ")"));
    }

    private static String condition(RosterCount.Condition condition) {
        String column = SqlText.identifier(condition.item());
        if (!condition.values().isEmpty()) {
            return "CAST(" + column + " AS VARCHAR) IN ("
                    + condition.values().stream()
                            .flatMap(RuleSql::spellings)
                            .sorted()
                            .map(SqlText::literal)
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        String least = condition.least().isPresent()
                ? column + " >= " + condition.least().getAsLong()
                : column + " IS NOT NULL";
        return condition.most().isPresent()
                ? least + " AND " + column + " <= " + condition.most().getAsLong()
                : least;
    }

    /** A floating-point column writes 3 as 3.0. */
    private static Stream<String> spellings(String value) {
        return value.matches("-?\\d+") ? Stream.of(value, value + ".0") : Stream.of(value);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(SqlText::identifier).collect(Collectors.joining(", "));
    }

    private static List<String> concat(List<String> columns, String last) {
        return Stream.concat(columns.stream(), Stream.of(last)).toList();
    }
}
