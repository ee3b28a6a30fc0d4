package org.canbao.fiscal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;

/**
 * What a rule makes everybody pay and receive.
 *
 * @param rule the id of the rule
 * @param title what it is called
 * @param brief what it is called where there is little room
 * @param scenario the scenario
 * @param shares what is paid for whom
 */
public record Budget(String rule, Text title, Text brief, ScenarioSpec scenario, List<Share> shares) {
    /** The centre, among payers. */
    public static final String CENTRE = "centre";

    public Budget {
        shares = List.copyOf(shares);
    }

    /**
     * The budget of a rule.
     *
     * @throws org.canbao.diag.CanbaoException if what is paid is not what is received, or if a rule that keeps the sum of
     *     the centre does not: both would be mistakes of canbao, and are checked to the cent
     */
    static Budget of(SharingRule rule, ScenarioSpec scenario) {
        List<Persons> persons = Persons.of(scenario);
        Budget budget = new Budget(rule.id(), rule.title(), rule.brief(), scenario, rule.shares(scenario, persons));
        budget.requireIdentity(budget.paid(), budget.received(), "what is paid and what funds receive");
        if (rule.keepsCentralTotal(scenario)) {
            BigDecimal today = sum(PerHeadRule.CURRENT.shares(scenario, persons), Share::central);
            budget.requireIdentity(budget.of(Level.CENTRAL), today, "what the centre pays and what it pays today");
        }
        return budget;
    }

    /** What a level pays in all. */
    public BigDecimal of(Level level) {
        return sum(shares, share -> share.of(level));
    }

    /** What all pay. */
    public BigDecimal paid() {
        return payers().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What all funds receive. */
    public BigDecimal received() {
        return scenario.cities().keySet().stream().map(this::receivedBy).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the fund of a city receives. */
    public BigDecimal receivedBy(String city) {
        return sum(shares.stream().filter(s -> s.enrolledIn().equals(city)).toList(), Share::total);
    }

    /** How many persons a city's fund insures. */
    public long enrolledIn(String city) {
        return shares.stream()
                .filter(s -> s.enrolledIn().equals(city))
                .mapToLong(s -> s.persons().count())
                .sum();
    }

    /** What each payer pays: the centre, the provinces, the cities, in this order. */
    public Map<String, BigDecimal> payers() {
        Map<String, BigDecimal> payers = new LinkedHashMap<>();
        payers.put(CENTRE, of(Level.CENTRAL));
        scenario.provinces().keySet().forEach(p -> payers.put("province:" + p, paidBy(Level.PROVINCE, p)));
        scenario.cities().keySet().forEach(c -> payers.put("city:" + c, paidBy(Level.CITY, c)));
        return payers;
    }

    private BigDecimal paidBy(Level level, String payer) {
        return sum(shares.stream().filter(s -> payer(level, s).equals(payer)).toList(), s -> s.of(level));
    }

    private String payer(Level level, Share share) {
        return level == Level.CITY
                ? share.enrolledIn()
                : scenario.city(share.enrolledIn()).province();
    }

    private void requireIdentity(BigDecimal left, BigDecimal right, String what) {
        if (left.compareTo(right) != 0) {
            throw Diagnostic.error(
                            FiscalCode.IDENTITY,
                            "rule `" + rule + "`: " + what + " differ: " + left.toPlainString() + " and "
                                    + right.toPlainString())
                    .at(Place.of(scenario.id()))
                    .hint("this is a mistake in canbao")
                    .toException();
        }
    }

    private static BigDecimal sum(List<Share> shares, Function<Share, BigDecimal> part) {
        return shares.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
