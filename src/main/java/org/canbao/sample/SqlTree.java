package org.canbao.sample;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.SqlExpression;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The syntax tree of a SQL expression, from DuckDB's own parser. The expression is parsed as the only argument of a call,
 * {@code SELECT canbao(…)}: whatever closes the parenthesis, adds a second item, a clause or a second statement yields
 * another tree than a call with one argument and is refused.
 */
final class SqlTree {
    private static final String CALL = "canbao";
    private static final String PREFIX = "SELECT " + CALL + "(\n";
    private static final int MAX_LENGTH = 20_000;

    private final SqlExpression source;
    private final byte[] bytes;
    private final JsonNode root;

    private SqlTree(SqlExpression source, JsonNode root) {
        this.source = source;
        this.bytes = source.sql().getBytes(StandardCharsets.UTF_8);
        this.root = root;
    }

    /** The node of the expression. */
    JsonNode root() {
        return root;
    }

    /**
     * Parses an expression.
     *
     * @throws CanbaoException if it is not exactly one expression
     */
    static SqlTree parse(SqlEngine engine, SqlExpression source) {
        if (source.sql().length() > MAX_LENGTH || source.sql().chars().anyMatch(SqlTree::isControl)) {
            throw finding(
                            source,
                            "the expression is longer than " + MAX_LENGTH + " characters or has control characters")
                    .toException();
        }
        String statement = PREFIX + source.sql() + "\n)";
        JsonNode document = json(engine, source, statement);
        if (document.path("error").asBoolean(true)) {
            throw syntax(source, document).toException();
        }
        JsonNode argument = onlyArgument(document);
        if (argument == null) {
            throw finding(source, "expected exactly one SQL expression")
                    .hint("no second expression, no clause such as FROM or WHERE, no unmatched parenthesis")
                    .toException();
        }
        return new SqlTree(source, argument);
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static JsonNode json(SqlEngine engine, SqlExpression source, String statement) {
        AtomicReference<String> answer = new AtomicReference<>("");
        String query = "SELECT json_serialize_sql(" + SqlText.literal(statement)
                + "::VARCHAR, skip_null := true, skip_empty := true)::VARCHAR";
        try {
            engine.query(query, chunk -> {
                @Nullable String[] rows = new @Nullable String[chunk.rows()];
                chunk.strings(0, rows, 0);
                answer.set(String.valueOf(rows[0]));
            });
            return JsonMapper.shared().readTree(answer.get());
        } catch (JacksonException | CanbaoException e) {
            throw new CanbaoException(
                    java.util.List.of(finding(source, "the expression is too deeply nested to be read")), e);
        }
    }

    /** The argument if the document is {@code SELECT canbao(argument)} and nothing more. */
    private static @Nullable JsonNode onlyArgument(JsonNode document) {
        JsonNode statements = document.path("statements");
        JsonNode node = statements.path(0).path("node");
        JsonNode items = node.path("select_list");
        JsonNode call = items.path(0);
        JsonNode argument = call.path("arguments").path(0);
        boolean one = statements.size() == 1
                && statements.path(0).size() == 1
                && node.path("type").asString("").equals("SELECT_NODE")
                && node.propertyNames().stream().allMatch(SqlTree::isPlainSelect)
                && node.path("cte_map").isEmpty()
                && node.path("from_table").path("type").asString("").equals("EMPTY")
                && items.size() == 1
                && call.path("class").asString("").equals("FUNCTION")
                && call.path("function_name").asString("").equals(CALL)
                && call.path("qualified_name").path("path").size() == 1
                && SqlGuard.isPlainCall(call)
                && call.path("arguments").size() == 1
                && !argument.has("name");
        return one ? argument.path("expression") : null;
    }

    private static boolean isPlainSelect(String key) {
        return switch (key) {
            case "type", "cte_map", "select_list", "from_table", "aggregate_handling" -> true;
            default -> false;
        };
    }

    private static Diagnostic finding(SqlExpression source, String message) {
        return Diagnostic.error(SampleCode.SQL_SYNTAX, message)
                .at(source.at(0, source.sql().length()));
    }

    private static Diagnostic syntax(SqlExpression source, JsonNode document) {
        String message = document.path("error_message").asString("cannot be read");
        int position = document.path("position").asInt(-1) - PREFIX.length();
        Diagnostic finding = finding(source, "not a SQL expression: " + message);
        int bytes = source.sql().getBytes(StandardCharsets.UTF_8).length;
        if (position < 0) {
            return finding;
        }
        return position >= bytes
                ? finding.hint("it ends too early: something is missing or a quote or parenthesis is not closed")
                : finding.at(new SqlTree(source, document).place(position, 1));
    }

    /** The text with other names in the places of columns. */
    String renamed(Map<String, String> names) {
        SortedMap<Integer, String> columns = new TreeMap<>();
        collect(root, columns);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Map.Entry<Integer, String> column : columns.entrySet()) {
            int at = column.getKey();
            String name = column.getValue();
            String quoted = SqlText.identifier(name);
            String written = utf8(at, bytes.length).startsWith(quoted) ? quoted : name;
            int end = at + written.getBytes(StandardCharsets.UTF_8).length;
            if (end > bytes.length || !utf8(at, end).equals(written)) {
                throw new IllegalStateException("no column `" + name + "` at " + at + " of " + source.sql());
            }
            text.append(utf8(from, at)).append(SqlText.identifier(names.getOrDefault(name, name)));
            from = end;
        }
        return text.append(utf8(from, bytes.length)).toString();
    }

    private static void collect(JsonNode node, SortedMap<Integer, String> columns) {
        if (node.path("class").asString("").equals("COLUMN_REF")) {
            columns.put(
                    node.path("query_location").asInt() - PREFIX.length(),
                    node.path("column_names").path(0).asString(""));
        }
        node.forEach(child -> collect(child, columns));
    }

    private String utf8(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Where a node stands. */
    Place place(JsonNode node) {
        JsonNode location = node.path("query_location");
        long at = location.isIntegralNumber() && location.canConvertToInt() ? location.asInt() - PREFIX.length() : -1;
        int length = node.path("query_location_length").asInt(1);
        return at < 0 || at >= bytes.length
                ? source.at(0, source.sql().codePointCount(0, source.sql().length()))
                : place((int) at, length);
    }

    /** The parser counts bytes of UTF-8. */
    private Place place(int at, int length) {
        int end = Math.min(bytes.length, at + Math.max(1, length));
        int offset = points(0, at);
        return source.at(offset, Math.max(1, points(at, end)));
    }

    private int points(int from, int to) {
        String text = utf8(from, to);
        return text.codePointCount(0, text.length());
    }
}
