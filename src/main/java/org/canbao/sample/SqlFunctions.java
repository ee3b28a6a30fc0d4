package org.canbao.sample;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;

/**
 * The functions, operators and types that expressions may use: without side effects, without randomness or clock, and
 * with the same meaning in DuckDB and Spark SQL. Left out for the last reason: {@code log} (base e there, base 10 here),
 * {@code concat} (null there, skipped here), regular expressions (other names).
 */
final class SqlFunctions {
    static final Set<String> SCALAR = new TreeSet<>(Set.of(
            "abs",
            "ceil",
            "ceiling",
            "coalesce",
            "date_diff",
            "day",
            "exp",
            "floor",
            "greatest",
            "if",
            "ifnull",
            "isnan",
            "least",
            "left",
            "length",
            "ln",
            "log10",
            "lower",
            "lpad",
            "ltrim",
            "make_date",
            "mod",
            "month",
            "nullif",
            "pow",
            "power",
            "quarter",
            "replace",
            "right",
            "round",
            "rpad",
            "rtrim",
            "sign",
            "sqrt",
            "substr",
            "substring",
            "trim",
            "upper",
            "year"));

    /** As the parser names them; {@code ~~} is LIKE. */
    static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "||", "~~", "!~~");

    static final Set<String> AGGREGATES = Set.of("sum", "avg", "count", "count_star", "min", "max");

    /** Window functions whose result depends on the order of the rows. */
    static final Set<String> ORDERED =
            Set.of("lag", "lead", "row_number", "rank", "dense_rank", "first_value", "last_value");

    static final Set<String> TYPES = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INT",
            "INTEGER",
            "BIGINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL",
            "VARCHAR",
            "STRING",
            "DATE",
            "TIMESTAMP");

    static final Set<String> CONSTANTS = Set.of("INTEGER", "NUMERIC", "STRING", "BOOLEAN", "NULL_LITERAL");

    private static final Map<String, String> INSTEAD = Map.of(
            "log", "write ln(x) for the natural logarithm or log10(x): log means one here and the other elsewhere",
            "concat", "write a || b: concat treats missing values differently from engine to engine",
            "//", "write floor(a / b)",
            "^", "write power(a, b)",
            "**", "write power(a, b)",
            "~~*", "write lower(a) LIKE 'x%'",
            "regexp_matches", "write LIKE, or compare substring(…)",
            "date_part", "write year(d), month(d) or day(d)",
            "datediff", "write date_diff('day', a, b)");

    private SqlFunctions() {}

    /** The finding that a function or operator is not allowed. */
    static Diagnostic notAllowed(String name, boolean operator, Place place) {
        String what = operator ? "operator `" : "function `";
        Diagnostic finding = Diagnostic.error(
                        SampleCode.SQL_FUNCTION, what + name + "` is not allowed in an expression")
                .at(place);
        String instead = INSTEAD.get(name);
        if (instead != null) {
            return finding.hint(instead);
        }
        if (AGGREGATES.contains(name) || ORDERED.contains(name)) {
            return finding.hint("it needs a window: " + name + "(…) OVER (PARTITION BY … ORDER BY …)");
        }
        Set<String> candidates = new TreeSet<>(SCALAR);
        candidates.addAll(ORDERED);
        finding = finding.nearest(Nearest.to(name, candidates));
        return operator ? finding : finding.hint("functions: " + String.join(", ", SCALAR));
    }
}
