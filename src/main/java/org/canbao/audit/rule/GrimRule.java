package org.canbao.audit.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.canbao.audit.AuditCode;
import org.canbao.diag.Diagnostic;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.Text;
import org.canbao.spec.audit.RuleSpec;

/**
 * Granularity (the GRIM test of Brown and Heathers, 2017): a percentage or mean of n whole numbers is k/n for a whole k.
 * It disagrees if no k gives the printed value.
 */
final class GrimRule implements Rule<RuleSpec.Grim> {
    @Override
    public Outcome check(RuleSpec.Grim spec, Cells cells) {
        List<Item> items = new ArrayList<>();
        double chance = 1;
        int found = 0;
        for (PublishedRow row : cells.of(spec.of()).rows()) {
            Printed value = row.number(cells.of(spec.of()).spec().value()).orElseThrow();
            BigDecimal n = BigDecimal.valueOf(n(row, spec));
            BigDecimal scale = spec.percent() ? n.movePointLeft(2) : n;
            Item item = item(row, value, n, scale, spec.percent());
            items.add(item);
            found += item.verdict() == Verdict.AGREES ? 1 : 0;
            BigDecimal unit = BigDecimal.ONE.movePointLeft(value.decimals());
            chance *= Math.min(1, unit.multiply(scale).doubleValue());
        }
        return items.size() < 2 ? Outcome.of(items) : Outcome.of(summary(items, found, chance), items);
    }

    private static Text summary(List<Item> items, int found, double chance) {
        Text whole = Wording.WHOLE.text(
                found,
                items.size(),
                items.get(0).text(),
                items.get(items.size() - 1).text(),
                new BigDecimal(chance).round(new MathContext(2)));
        List<Text> against = items.stream()
                .filter(i -> i.verdict() == Verdict.DISAGREES)
                .map(Item::text)
                .toList();
        return against.isEmpty() ? whole : Wording.WITHOUT.text(whole, Wording.list(against));
    }

    private static Item item(PublishedRow row, Printed value, BigDecimal n, BigDecimal scale, boolean percent) {
        BigInteger least = value.interval()
                .low()
                .multiply(scale)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
        BigInteger most = value.interval()
                .high()
                .multiply(scale)
                .setScale(0, RoundingMode.FLOOR)
                .toBigInteger();
        String unit = percent ? "%" : "";
        if (least.compareTo(most) > 0) {
            BigInteger nearest = value.value()
                    .multiply(scale)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigInteger();
            return new Item(
                    row.where(),
                    Verdict.DISAGREES,
                    Wording.NO_NUMERATOR.text(
                            n, value.text() + unit, nearest, Digits.of(quotient(nearest, scale)) + unit));
        }
        BigInteger several = most.subtract(least).add(BigInteger.ONE);
        Wording words = several.equals(BigInteger.ONE) ? Wording.NUMERATOR : Wording.NUMERATORS;
        return new Item(
                row.where(),
                Verdict.AGREES,
                words.text(least, n, Digits.of(quotient(least, scale)) + unit, value.text() + unit, several));
    }

    private static BigDecimal quotient(BigInteger count, BigDecimal scale) {
        return new BigDecimal(count).divide(scale, MathContext.DECIMAL64);
    }

    private static long n(PublishedRow row, RuleSpec.Grim spec) {
        OptionalLong said = spec.n();
        if (said.isPresent()) {
            return said.getAsLong();
        }
        return row.number("n")
                .map(p -> p.value().longValue())
                .filter(n -> n > 0)
                .orElseThrow(() -> Diagnostic.error(
                                AuditCode.NO_NUMBER, "the row has no `n`, and the check does not say of how many")
                        .at(row.place())
                        .hint("say so with `n: 936`, or give the row its `n`")
                        .toException());
    }
}
