package org.canbao.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads amounts, exactly as they are written. */
final class Amounts {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final int CENTS = 2;

    private Amounts() {}

    /** An amount in yuan with at most two decimals. */
    static BigDecimal yuan(Located node) {
        BigDecimal amount = notNegative(node);
        if (amount.stripTrailingZeros().scale() > CENTS) {
            throw Values.wrongKind(node, "an amount in yuan with at most two decimals");
        }
        return amount;
    }

    /** A number that is not negative. */
    static BigDecimal notNegative(Located node) {
        Located.Scalar scalar = Values.scalar(node, "a number, not negative");
        if (!scalar.plain() || !NUMBER.matcher(scalar.value()).matches()) {
            throw Values.wrongKind(node, "a number, not negative");
        }
        return new BigDecimal(scalar.value());
    }

    /** A percentage from 0 to 100. */
    static BigDecimal percent(Located node) {
        BigDecimal percent = notNegative(node);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Values.wrongKind(node, "a percentage from 0 to 100");
        }
        return percent;
    }

    /** How many persons: a number, which is that of the only or first group, or a mapping of groups to numbers. */
    static Map<String, Long> persons(Located node, Set<String> groups) {
        Map<String, Long> persons = new LinkedHashMap<>();
        if (!(node instanceof Located.Mapping mapping)) {
            if (groups.size() > 1) {
                throw Values.wrongKind(
                        node, "how many persons of each group {" + String.join(": …, ", groups) + ": …}");
            }
            groups.forEach(group -> persons.put(group, count(node)));
            return persons;
        }
        for (Located.Entry entry : mapping.entries()) {
            Declared.named(entry.key(), "group", groups);
            persons.put(entry.name(), count(entry.value()));
        }
        return persons;
    }

    private static long count(Located node) {
        long count = Values.whole(node);
        if (count < 0 || count > 10_000_000_000L) {
            throw Values.wrongKind(node, "a number of persons");
        }
        return count;
    }
}
