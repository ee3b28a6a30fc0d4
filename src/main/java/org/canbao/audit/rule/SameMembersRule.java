package org.canbao.audit.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/** Two selections with the same members. */
final class SameMembersRule implements Rule<RuleSpec.SameMembers> {
    @Override
    public Outcome check(RuleSpec.SameMembers spec, Cells cells) {
        Set<String> left = members(spec.left(), spec.column(), cells);
        Set<String> right = members(spec.right(), spec.column(), cells);
        boolean same = left.equals(right);
        Text text = same
                ? Wording.SAME.text(left.size(), right.size(), String.join(", ", left))
                : Wording.DIFFERENT.text(left.size(), right.size(), without(left, right), without(right, left));
        return Outcome.of(List.of(new Item("", same ? Verdict.AGREES : Verdict.DISAGREES, text)));
    }

    private static Set<String> members(Collection<ColumnRef> selections, String column, Cells cells) {
        Set<String> members = new TreeSet<>();
        cells.of(selections).forEach(s -> s.rows().forEach(row -> members.add(row.field(column))));
        return members;
    }

    private static Text without(Set<String> set, Set<String> other) {
        Set<String> rest = new TreeSet<>(set);
        rest.removeAll(other);
        return rest.isEmpty() ? Wording.NONE.text() : Text.of(String.join(", ", rest));
    }
}
