package org.canbao.audit.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.spec.audit.RuleSpec;

/** The rule of each kind of check. */
public final class Rules {
    private static final Map<Class<? extends RuleSpec>, Rule<RuleSpec>> BY_SPEC = new LinkedHashMap<>();

    static {
        add(RuleSpec.Stars.class, new StarsRule());
        add(RuleSpec.Significance.class, new SignificanceRule());
        add(RuleSpec.Grim.class, new GrimRule());
        add(RuleSpec.Spread.class, new SpreadRule());
        add(RuleSpec.BinarySpread.class, new BinarySpreadRule());
        add(RuleSpec.Holds.class, new HoldsRule());
        add(RuleSpec.Partition.class, new PartitionRule());
        add(RuleSpec.Share.class, new ShareRule());
        add(RuleSpec.Difference.class, new DifferenceRule());
        add(RuleSpec.Saturated.class, new SaturatedRule());
        add(RuleSpec.BalancedCells.class, new BalancedCellsRule());
        add(RuleSpec.Nested.class, new NestedFitRule());
        add(RuleSpec.WeightedShare.class, new WeightedShareRule());
        add(RuleSpec.Order.class, new OrderRule());
        add(RuleSpec.InText.class, new InTextRule());
        add(RuleSpec.SameMembers.class, new SameMembersRule());
    }

    private Rules() {}

    /** Applies a rule. */
    public static Outcome check(RuleSpec spec, Cells cells) {
        Rule<RuleSpec> rule = BY_SPEC.get(spec.getClass());
        if (rule == null) {
            throw new IllegalStateException("no rule for " + spec.getClass());
        }
        return rule.check(spec, cells);
    }

    private static <S extends RuleSpec> void add(Class<S> type, Rule<S> rule) {
        BY_SPEC.put(type, (spec, cells) -> rule.check(type.cast(spec), cells));
    }
}
