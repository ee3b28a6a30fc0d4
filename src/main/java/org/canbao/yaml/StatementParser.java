package org.canbao.yaml;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.audit.Statement;
import org.canbao.spec.audit.Statement.Relation;

/** Reads statements about printed numbers: {@code a - b = c}, {@code rate <= 100}. */
final class StatementParser {
    private static final List<Relation> LONGEST_FIRST = Arrays.stream(Relation.values())
            .sorted(Comparator.comparingInt((Relation r) -> -r.symbol().length()))
            .toList();

    private final Set<String> names;

    /** A parser that knows these names. */
    StatementParser(Set<String> names) {
        this.names = names;
    }

    /** A statement. */
    Statement statement(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a statement, for example `a - b = c`");
        String text = scalar.value();
        for (int at = 0; at < text.length(); at++) {
            for (Relation relation : LONGEST_FIRST) {
                if (text.startsWith(relation.symbol(), at)) {
                    return statement(scalar, at, relation);
                }
            }
        }
        throw Diagnostic.error(YamlCode.STATEMENT, "`" + text + "` states nothing")
                .at(scalar.place())
                .hint("expected two expressions with one of = < <= > >= between them, for example `a - b = c`")
                .toException();
    }

    /** An expression. */
    Expr expression(Located node) {
        Located.Scalar scalar = Values.scalar(node, "an expression");
        return expression(scalar, 0, scalar.value().length());
    }

    private Statement statement(Located.Scalar scalar, int at, Relation relation) {
        int after = at + relation.symbol().length();
        Expr left = expression(scalar, 0, at);
        Expr right = expression(scalar, after, scalar.value().length());
        return new Statement(left, relation, right, scalar.place());
    }

    private Expr expression(Located.Scalar scalar, int from, int to) {
        FormulaText part = new FormulaText(
                scalar.value().substring(from, to),
                (begin, length) -> scalar.source().place(from + begin, length));
        Tokens tokens = new Tokens(part);
        Expr expr = new ExprParser(tokens).sum();
        tokens.end("the end of the expression");
        Expr.columnsOf(expr).forEach(this::requireKnown);
        return expr;
    }

    private void requireKnown(ColumnRef ref) {
        if (!names.contains(ref.name())) {
            throw Diagnostic.error(YamlCode.UNKNOWN_NAME, "there is no series `" + ref.name() + "`")
                    .at(ref.place())
                    .nearest(Nearest.to(ref.name(), names))
                    .toException();
        }
    }
}
