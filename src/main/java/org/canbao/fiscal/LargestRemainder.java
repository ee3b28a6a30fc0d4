package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides an amount in proportion to weights, to the cent and without a rest: each share is rounded down, and the cents
 * that are left go to the largest remainders (Hamilton's method), ties to the first.
 */
final class LargestRemainder {
    private static final int CENTS = 2;

    private LargestRemainder() {}

    /**
     * The shares, which sum to the amount.
     *
     * @param amount with at most two decimals
     * @param weights not negative
     * @param sum what the weights are shares of, at least their sum; if more, the shares sum to less
     */
    static List<BigDecimal> divide(BigDecimal amount, List<BigDecimal> weights, BigDecimal sum) {
        BigInteger cents = amount.movePointRight(CENTS).toBigIntegerExact();
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        scale = Math.max(scale, Math.max(0, sum.scale()));
        BigInteger whole = sum.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger asked = BigInteger.ZERO;
        BigInteger given = BigInteger.ZERO;
        for (BigDecimal weight : weights) {
            BigInteger part = cents.multiply(
                    weight.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue());
            BigInteger[] division = part.divideAndRemainder(whole);
            shares.add(division[0]);
            remainders.add(division[1]);
            asked = asked.add(part);
            given = given.add(division[0]);
        }
        int left = asked.divide(whole).subtract(given).intValueExact();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i))
                .reversed()
                .thenComparing(i -> i));
        for (int i = 0; i < left; i++) {
            shares.set(order.get(i), shares.get(order.get(i)).add(BigInteger.ONE));
        }
        return shares.stream().map(s -> new BigDecimal(s, CENTS)).toList();
    }
}
