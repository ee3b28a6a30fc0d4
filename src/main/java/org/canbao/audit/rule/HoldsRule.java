package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.List;
import org.canbao.published.Interval;
import org.canbao.spec.Expr;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.Statement;

/**
 * Statements between expressions, number by number. Equal sides must be able to be equal within what rounding allows;
 * an order must hold whatever was rounded away.
 */
final class HoldsRule implements Rule<RuleSpec.Holds> {
    @Override
    public Outcome check(RuleSpec.Holds spec, Cells cells) {
        List<Item> items = new ArrayList<>();
        for (Statement statement : spec.statements()) {
            List<Series> used = Evaluator.names(List.of(statement.left(), statement.right()), spec.let()).stream()
                    .map(cells::of)
                    .toList();
            for (String label : cells.common(used)) {
                items.add(item(statement, new Evaluator(spec.let(), cells, label), label));
            }
        }
        return Outcome.of(items);
    }

    private static Item item(Statement statement, Evaluator at, String label) {
        try {
            Interval left = at.range(statement.left());
            Interval right = at.range(statement.right());
            Verdict verdict = Verdict.of(left, statement.relation(), right);
            return new Item(label, verdict, arithmetic(statement, at, left, right, verdict));
        } catch (ArithmeticException e) {
            return new Item(
                    label,
                    Verdict.CANNOT_TELL,
                    Wording.WHERE.text(at.text(statement.left()), String.valueOf(e.getMessage())));
        }
    }

    private static Text arithmetic(Statement statement, Evaluator at, Interval left, Interval right, Verdict verdict) {
        boolean equality = statement.relation() == Statement.Relation.EQUAL;
        Text computed = computed(statement.left(), at, left);
        Text other = computed(statement.right(), at, right);
        return equality && verdict == Verdict.AGREES && !isPlain(statement.left())
                ? Wording.PRINTED.text(computed, "", other)
                : Wording.RELATED.text(computed, relation(statement, verdict), other);
    }

    private static Text relation(Statement statement, Verdict verdict) {
        String symbol = statement.relation().symbol();
        return switch (verdict) {
            case AGREES -> Text.of(symbol);
            case DISAGREES -> Wording.IS_NOT.text(symbol);
            case CANNOT_TELL -> Wording.MAY_BE.text(symbol);
        };
    }

    private static Text computed(Expr expr, Evaluator at, Interval range) {
        String text = at.text(expr);
        return isPlain(expr)
                ? Text.of(text)
                : Wording.COMPUTED.text(text, Digits.of(at.printed(expr)), Digits.allowed(range));
    }

    private static boolean isPlain(Expr expr) {
        return expr instanceof Expr.Column || expr instanceof Expr.Constant;
    }
}
