package org.canbao.sample;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.SqlExpression;
import tools.jackson.databind.JsonNode;

/**
 * Lets SQL expressions of users through that are one expression without side effects over known columns, in the common
 * subset of DuckDB and Spark SQL. Everything is refused that is not named here: the syntax tree may only contain known
 * kinds of nodes with known properties, functions of {@link SqlFunctions}, and columns that are there.
 */
public final class SqlGuard {
    private static final Set<String> EVERY_NODE = Set.of("class", "type", "query_location", "query_location_length");

    /** The kinds of nodes, each with its properties. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "COLUMN_REF", Set.of("column_names"),
            "CONSTANT", Set.of("literal"),
            "FUNCTION",
                    Set.of(
                            "function_name",
                            "order_bys",
                            "distinct",
                            "is_operator",
                            "export_state",
                            "arguments",
                            "qualified_name"),
            "OPERATOR", Set.of("children"),
            "COMPARISON", Set.of("left", "right"),
            "CONJUNCTION", Set.of("children"),
            "BETWEEN", Set.of("input", "lower", "upper"),
            "CASE", Set.of("case_checks", "else_expr"),
            "CAST", Set.of("child", "try_cast", "type_expr"),
            "WINDOW",
                    Set.of(
                            "function_name",
                            "partitions",
                            "orders",
                            "start",
                            "end",
                            "start_expr",
                            "end_expr",
                            "ignore_nulls",
                            "exclude_clause",
                            "distinct",
                            "has_ignore_nulls",
                            "arguments",
                            "qualified_name",
                            "offset_expr",
                            "default_expr"));

    private static final Set<String> OPERATOR_TYPES = Set.of(
            "OPERATOR_NOT",
            "OPERATOR_IS_NULL",
            "OPERATOR_IS_NOT_NULL",
            "COMPARE_IN",
            "COMPARE_NOT_IN",
            "OPERATOR_COALESCE",
            "OPERATOR_NULLIF");

    private final SqlEngine engine;

    /** A guard that parses with this engine, which must be DuckDB. */
    public SqlGuard(SqlEngine engine) {
        this.engine = engine;
    }

    /** Where an expression stands. */
    public enum Use {
        /** A derived column: window functions are allowed. */
        COLUMN,
        /** A filter or {@code where}: no window functions, whose meaning would depend on the other filters. */
        CONDITION
    }

    /**
     * Checks an expression.
     *
     * @throws CanbaoException with every finding about it
     */
    public CheckedSql check(SqlExpression expression, KnownColumns known, Use use) {
        SqlTree tree = SqlTree.parse(engine, expression);
        Walk walk = new Walk(tree, known, use);
        walk.expression(tree.root());
        walk.problems.throwIfErrors();
        return new CheckedSql("(\n" + expression.sql() + "\n)", walk.columns, walk.windows);
    }

    /**
     * An expression with other names for its columns.
     *
     * @param expression passes {@link #check}
     * @param names the new name of each column that it reads
     */
    public SqlExpression renamed(SqlExpression expression, Map<String, String> names) {
        SqlTree tree = SqlTree.parse(engine, expression);
        return new SqlExpression(tree.renamed(names), expression.place());
    }

    /** Whether a call has neither DISTINCT, ORDER BY, FILTER nor anything else beside its arguments. */
    static boolean isPlainCall(JsonNode call) {
        return hasOnly(call, KINDS.getOrDefault("FUNCTION", Set.of()))
                && !call.path("distinct").asBoolean(false)
                && !call.path("export_state").asBoolean(false)
                && call.path("order_bys").size() <= 1;
    }

    private static boolean hasOnly(JsonNode node, Set<String> properties) {
        return node.propertyNames().stream().allMatch(p -> properties.contains(p) || EVERY_NODE.contains(p));
    }

    private static final class Walk {
        private final SqlTree tree;
        private final KnownColumns known;
        private final Use use;
        private final Problems problems = new Problems();
        private final Set<String> columns = new LinkedHashSet<>();
        private final Set<String> windows = new LinkedHashSet<>();

        Walk(SqlTree tree, KnownColumns known, Use use) {
            this.tree = tree;
            this.known = known;
            this.use = use;
        }

        void expression(JsonNode node) {
            String kind = node.path("class").asString("");
            Set<String> properties = KINDS.get(kind);
            if (properties == null || !hasOnly(node, properties)) {
                refuse(node, describe(kind));
                return;
            }
            switch (kind) {
                case "COLUMN_REF" -> column(node);
                case "CONSTANT" -> constant(node);
                case "FUNCTION" -> call(node);
                case "OPERATOR" -> operator(node);
                case "CASE" -> {
                    node.path("case_checks").forEach(check -> {
                        expression(check.path("when_expr"));
                        expression(check.path("then_expr"));
                    });
                    expression(node.path("else_expr"));
                }
                case "CAST" -> cast(node);
                case "WINDOW" -> window(node);
                case "CONJUNCTION" -> node.path("children").forEach(this::expression);
                default -> properties.forEach(property -> expression(node.path(property)));
            }
        }

        private void column(JsonNode node) {
            JsonNode names = node.path("column_names");
            String name = names.path(names.size() - 1).asString("");
            if (names.size() != 1) {
                refuse(node, "a qualified name");
            } else if (!known.has(name)) {
                problems.add(known.unknown(name, tree.place(node)));
            } else {
                columns.add(name);
            }
        }

        private void constant(JsonNode node) {
            String kind = node.path("literal").path("kind").asString("");
            if (!SqlFunctions.CONSTANTS.contains(kind)) {
                refuse(node, "a constant of this kind");
            }
        }

        private void call(JsonNode node) {
            String name = node.path("function_name").asString("").toLowerCase(Locale.ROOT);
            boolean operator = node.path("is_operator").asBoolean(false);
            boolean allowed = operator ? SqlFunctions.OPERATORS.contains(name) : SqlFunctions.SCALAR.contains(name);
            if (!allowed) {
                problems.add(SqlFunctions.notAllowed(name, operator, nameOf(node, operator, name)));
                arguments(node);
            } else if (!isPlainCall(node)
                    || node.path("qualified_name").path("path").size() != 1) {
                refuse(node, "a call with more than its arguments");
            } else {
                arguments(node);
            }
        }

        /** Of a call only the name is meant; the parser gives the whole. */
        private Place nameOf(JsonNode node, boolean operator, String name) {
            Place whole = tree.place(node);
            return operator || whole.length() < name.length() ? whole : whole.shifted(0, name.length());
        }

        private void arguments(JsonNode node) {
            for (JsonNode argument : node.path("arguments")) {
                if (argument.propertyNames().size() == 1) {
                    expression(argument.path("expression"));
                } else {
                    refuse(node, "a named argument");
                }
            }
        }

        private void operator(JsonNode node) {
            String type = node.path("type").asString("");
            if (OPERATOR_TYPES.contains(type)) {
                node.path("children").forEach(this::expression);
            } else {
                refuse(node, describe(type));
            }
        }

        private void cast(JsonNode node) {
            JsonNode target = node.path("type_expr");
            String type = target.path("type_name").asString("").toUpperCase(Locale.ROOT);
            if (!SqlFunctions.TYPES.contains(type)
                    || target.path("qualified_name").path("path").size() != 1) {
                refuse(node, "the type " + type.toLowerCase(Locale.ROOT));
            }
            target.path("children").forEach(this::constant);
            expression(node.path("child"));
        }

        private void window(JsonNode node) {
            String name = node.path("function_name").asString("").toLowerCase(Locale.ROOT);
            boolean ordered = SqlFunctions.ORDERED.contains(name);
            if (use == Use.CONDITION) {
                refuse(node, "a window function in a condition (make it a derived column)");
                return;
            }
            if (!ordered && !SqlFunctions.AGGREGATES.contains(name)) {
                problems.add(SqlFunctions.notAllowed(name, false, tree.place(node)));
            } else if (ordered && node.path("orders").isEmpty()) {
                refuse(node, "`" + name + "` without ORDER BY, whose result would be arbitrary,");
            } else if (node.path("distinct").asBoolean(false)
                    || node.path("ignore_nulls").asBoolean(false)) {
                refuse(node, "DISTINCT or IGNORE NULLS");
            } else if (!node.path("exclude_clause").asString("NO_OTHER").equals("NO_OTHER")) {
                refuse(node, "EXCLUDE");
            }
            windows.add(name);
            arguments(node);
            node.path("partitions").forEach(this::expression);
            node.path("orders").forEach(order -> expression(order.path("expression")));
            for (String optional : Set.of("start_expr", "end_expr", "offset_expr", "default_expr")) {
                if (node.has(optional)) {
                    expression(node.path(optional));
                }
            }
        }

        private void refuse(JsonNode node, String what) {
            problems.add(
                    Diagnostic.error(SampleCode.SQL_NOT_ALLOWED, what + " is not allowed in an expression")
                            .at(tree.place(node))
                            .hint(
                                    "expected columns, constants, comparisons, AND/OR/NOT, CASE, arithmetic and plain functions"));
        }

        private static String describe(String kind) {
            return switch (kind) {
                case "SUBQUERY" -> "a subquery";
                case "STAR" -> "`*`";
                case "PARAMETER" -> "a parameter";
                case "LAMBDA" -> "a lambda";
                case "ARRAY_EXTRACT", "ARRAY_SLICE" -> "a subscript";
                case "" -> "an empty expression";
                default -> kind.toLowerCase(Locale.ROOT).replace('_', ' ') + " with these properties";
            };
        }
    }
}
