package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.DiagnosticPrinter;
import org.canbao.diag.Place;
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.SqlGuard.Use;
import org.canbao.spec.SqlExpression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlGuardTest {
    private static final DuckDbEngine ENGINE = DuckDbEngine.open(1, Path.of("target/spill"));
    private static final KnownColumns KNOWN = new KnownColumns(List.of(
            new Variable("a", ValueType.FLOAT64, "", Map.of(), Map.of(), ""),
            new Variable("b", ValueType.FLOAT64, "", Map.of(), Map.of(), ""),
            new Variable("s", ValueType.STRING, "", Map.of(), Map.of(), ""),
            new Variable("d", ValueType.DATE, "", Map.of(), Map.of(), ""),
            new Variable("educ_yr", ValueType.INT32, "Years of schooling", Map.of(), Map.of(), ""),
            new Variable("收入", ValueType.FLOAT64, "", Map.of(), Map.of(), "")));

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static SqlExpression expression(String sql) {
        return new SqlExpression(sql, new Place("s.yaml", 3, 7, sql.length(), "keep: " + sql));
    }

    private static CheckedSql check(String sql) {
        return new SqlGuard(ENGINE).check(expression(sql), KNOWN, Use.COLUMN);
    }

    private static Diagnostic refused(String sql, Use use) {
        CanbaoException thrown = catchThrowableOfType(
                CanbaoException.class, () -> new SqlGuard(ENGINE).check(expression(sql), KNOWN, use));
        assertThat(thrown).as(sql).isNotNull();
        return thrown.diagnostics().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + 1",
                "a >= 3 AND b IS NULL OR NOT (a BETWEEN 1 AND 2)",
                "CASE WHEN a > 1 THEN 1 ELSE 2 END",
                "CASE WHEN a > 1 THEN 1 END",
                "CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' END",
                "cast(a AS int)",
                "try_cast(s AS double)",
                "a::integer",
                "CAST(a AS DECIMAL(10, 2))",
                "lag(a) OVER (PARTITION BY s ORDER BY d DESC)",
                "lag(a, 2, 0) OVER (ORDER BY d)",
                "sum(a) OVER (PARTITION BY s ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
                "count(*) OVER (PARTITION BY s)",
                "avg(a) OVER (PARTITION BY s)",
                "row_number() OVER (PARTITION BY s ORDER BY d)",
                "a IN (1, 2)",
                "a NOT IN (1, 2)",
                "s LIKE 'a%'",
                "s NOT LIKE 'a%'",
                "s || 'x'",
                "-a",
                "a % 2",
                "\"a\" = 1.5",
                "date '2015-01-01' < d",
                "year(d) = 2015",
                "date_diff('day', d, d)",
                "a IS TRUE",
                "a IS NOT NULL",
                "a <> b",
                "a != b",
                "a == b",
                "coalesce(a, b, 0)",
                "nullif(a, 0)",
                "ifnull(a, 0)",
                "if(a > 1, 1, 0)",
                "greatest(a, b)",
                "ln(a / b)",
                "power(a, 2)",
                "substring(s, 1, 2) = 'it''s'",
                "trim(s)",
                "a -- a comment\n + b",
                "a /* c */",
                "NULL",
                "true",
                "收入 > 10",
                "make_date(2015, 1, 1)",
                "isnan(a)",
                "s = '/etc/passwd'",
                "s = 'x); DROP TABLE t --'",
                "1e5",
                "a IS NOT DISTINCT FROM b",
                "mod(a, 2)",
                "log10(a)",
                "round(a, 2)"
            })
    void letsExpressionsThrough(String sql) {
        assertThat(check(sql).sql()).contains(sql);
    }

    /** What is let through can be computed. */
    @Test
    void whatIsLetThroughRuns() {
        CheckedSql checked = check("CASE WHEN a > 1 THEN ln(a) ELSE coalesce(b, 0) END");
        assertThat(checked.columns()).containsExactly("a", "b");
        assertThat(ENGINE.count("SELECT count(*) FROM (SELECT " + checked.sql() + " FROM (VALUES (1.0, 2.0)) t(a, b))"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1) FROM read_text('/etc/passwd') --",
                "1) FROM read_text('/etc/passwd') WHERE (1",
                "a, b",
                "a) , (b",
                "1) + (2",
                "1); SELECT (2",
                "1); COPY t TO 'x'; SELECT (1",
                "a AS b",
                "a b",
                "",
                "  ",
                "--",
                "/*",
                "a)",
                "(a",
                "a ORDER BY b",
                "DISTINCT a",
                "1) FILTER (WHERE true",
                "a) OVER (ORDER BY b",
                "a FROM t",
                "SELECT 1",
                "x := 1",
                "a := 1",
                "*",
                "t.*",
                "COLUMNS('a')",
                "COLUMNS(*)",
                "* EXCLUDE (a)",
                "?",
                "$1",
                "$name",
                "(SELECT 1)",
                "a IN (SELECT 1)",
                "EXISTS (SELECT 1)",
                "a = ANY (SELECT 1)",
                "a[1]",
                "s[1:2]",
                "list_transform([1], x -> x)",
                "lambda x: x",
                "[1, 2]",
                "{'a': 1}",
                "interval 1 year",
                "MAP {'a': 1}",
                "read_text('/etc/passwd')",
                "read_csv('/etc/passwd')",
                "glob('/*')",
                "getenv('HOME')",
                "current_setting('home_directory')",
                "version()",
                "random()",
                "uuid()",
                "now()",
                "current_date",
                "current_timestamp",
                "today()",
                "nextval('s')",
                "txid_current()",
                "main.abs(a)",
                "system.main.abs(a)",
                "t.a",
                "rowid",
                "sum(a)",
                "count(*)",
                "sum(a) FILTER (WHERE b > 1)",
                "sum(DISTINCT a) OVER ()",
                "string_agg(s, ',' ORDER BY a) OVER ()",
                "lag(a) OVER (PARTITION BY s)",
                "lag(a IGNORE NULLS) OVER (ORDER BY b)",
                "row_number() OVER ()",
                "rank() OVER w",
                "a COLLATE nocase",
                "a ~ 'x'",
                "s SIMILAR TO 'x'",
                "s ILIKE 'x'",
                "log(a)",
                "concat(s, s)",
                "a // b",
                "a ^ 2",
                "a ** 2",
                "a & 1",
                "~a",
                "a!",
                "@a",
                "unnest([1])",
                "CAST(a AS JSON)",
                "CAST(a AS INTEGER[])",
                "CAST(a AS my_enum)",
                "a::STRUCT(x INT)",
                "x'00'",
                "sniff_csv('x')",
                "parquet_metadata('x')",
                "query('SELECT 1')",
                "query_table('t')",
                "pragma_version()",
                "duckdb_secrets()",
                "which_secret('a','b')",
                "add_parquet_key('a', 'b')",
                "error('x')",
                "write_log('x')",
                "eval('1')",
                "getvariable('a')",
                "a AT TIME ZONE 'UTC'",
                "a BETWEEN 1 AND (SELECT 1)",
                "CASE WHEN (SELECT true) THEN 1 END",
                "coalesce(a, (SELECT 1))",
                "GROUPING(a)",
                "try(a)",
                "a IN b",
                "#1",
                "a.b.c",
                "(a).b",
                "'a' 'b'",
                "positional(1)",
                "TABLE t",
                "VALUES (1)",
                "a; b",
                "a;"
            })
    void refusesEverythingElse(String sql) {
        assertThatThrownBy(() -> check(sql)).as(sql).isInstanceOf(CanbaoException.class);
    }

    @Test
    void refusesNestingBombs() {
        assertThatThrownBy(() -> check("(".repeat(5_000) + "a" + ")".repeat(5_000)))
                .isInstanceOf(CanbaoException.class);
        assertThatThrownBy(() -> check("- ".repeat(5_000) + "a")).isInstanceOf(CanbaoException.class);
        assertThatThrownBy(() -> check("a\0")).isInstanceOf(CanbaoException.class);
        assertThatThrownBy(() -> check("a + ".repeat(9_000) + "a")).isInstanceOf(CanbaoException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + educ_yrs | 11 | there is no column `educ_yrs`",
                "收入 > 1 AND lnn(a) > 2 | 18 | function `lnn` is not allowed in an expression",
                "a > (SELECT 1) | 11 | a subquery is not allowed in an expression",
                "a >> 1 | 7 | operator `>>` is not allowed in an expression",
                "a > 1 AND AND b | 17 | not a SQL expression: syntax error at or near \"AND\"",
            })
    void pointsAtTheToken(String sql, int column, String message) {
        Diagnostic found = refused(sql.strip(), Use.COLUMN);
        assertThat(found.message()).isEqualTo(message.strip());
        assertThat(found.place().orElseThrow().column()).isEqualTo(column);
    }

    @Test
    void namesTheNearestColumnWithItsLabel() {
        assertThat(new DiagnosticPrinter(false).print(refused("educ_yrs > 9", Use.CONDITION)))
                .isEqualTo("""
                        error[CB0304]: there is no column `educ_yrs`
                         --> s.yaml:3:7
                        3 | keep: educ_yrs > 9
                          |       ^^^^^^^^
                          = nearest columns: `educ_yr` ("Years of schooling")""");
    }

    @Test
    void refusesWindowsInConditions() {
        assertThat(refused("row_number() OVER (ORDER BY a) = 1", Use.CONDITION).message())
                .isEqualTo(
                        "a window function in a condition (make it a derived column) is not allowed in an expression");
    }

    @Test
    void reportsAllFindingsOfAnExpression() {
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, () -> check("x + y + foo(z)"));
        assertThat(thrown.diagnostics()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            a + b * a                                     | "a~1" + "b" * "a~1"
            "a" > 1 AND s = 'a'                           | "a~1" > 1 AND "s" = 'a'
            收入/a                                        | "收入~2"/"a~1"
            coalesce(a, 收入) between b and a             | coalesce("a~1", "收入~2") between "b" and "a~1"
            avg(a) over (partition by 收入 order by a)    | avg("a~1") over (partition by "收入~2" order by "a~1")
            case when s in ('a', '收入') then a end -- a  | case when "s" in ('a', '收入') then "a~1" end -- a
            """)
    void columnsGetOtherNames(String sql, String renamed) {
        SqlGuard guard = new SqlGuard(ENGINE);
        assertThat(guard.renamed(expression(sql), Map.of("a", "a~1", "收入", "收入~2")).sql())
                .isEqualTo(renamed);
    }
}
