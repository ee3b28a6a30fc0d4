package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.canbao.audit.AuditCode;
import org.canbao.diag.Diagnostic;
import org.canbao.published.Printed;
import org.canbao.spec.audit.RuleSpec;

/** What a text says of cells, in the same order: the cell rounds to it, or is as near as a phrase like "about" allows. */
final class InTextRule implements Rule<RuleSpec.InText> {
    @Override
    public Outcome check(RuleSpec.InText spec, Cells cells) {
        List<Printed> said = cells.of(spec.claims()).stream()
                .flatMap(s -> s.numbers().values().stream())
                .toList();
        List<Map.Entry<String, Printed>> found = cells.of(spec.cells()).stream()
                .flatMap(s -> s.numbers().entrySet().stream())
                .toList();
        if (said.size() != found.size() && said.size() != 1) {
            throw Diagnostic.error(
                            AuditCode.NOT_PAIRED,
                            "the text has " + said.size() + " numbers in " + spec.claims() + ", the table "
                                    + found.size() + " in " + spec.cells())
                    .at(spec.cells().get(0).place())
                    .hint("claims and cells are paired in order; a single claim is compared with every cell")
                    .toException();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Printed claim = said.get(said.size() == 1 ? 0 : i);
            items.add(item(found.get(i).getKey(), claim, found.get(i).getValue(), spec.within()));
        }
        return Outcome.of(items);
    }

    private static Item item(String label, Printed claim, Printed cell, OptionalDouble within) {
        if (within.isPresent()) {
            BigDecimal off = cell.value().subtract(claim.value());
            boolean near = off.abs().doubleValue() <= within.getAsDouble();
            return new Item(
                    label,
                    near ? Verdict.AGREES : Verdict.DISAGREES,
                    (off.signum() < 0 ? Wording.BELOW : Wording.ABOVE)
                            .text(cell.text(), Digits.of(off.abs()), claim.text()));
        }
        boolean agrees = claim.interval().meets(cell.interval());
        return new Item(
                label,
                agrees ? Verdict.AGREES : Verdict.DISAGREES,
                (agrees ? Wording.IS : Wording.IS_ANOTHER).text(cell.text(), claim.text()));
    }
}
