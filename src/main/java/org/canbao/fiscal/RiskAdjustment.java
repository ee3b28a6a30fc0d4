package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;

/**
 * Risk adjustment: each person has points by age, sex and health, migrants more by a premium. The value of a point is the
 * whole subsidy over all points, and a person's subsidy, points times value, goes where the person is enrolled, which is
 * where he lives. Each province divides what it pays today in the same way among those enrolled in its cities; if nobody
 * is, it keeps it. A city pays what is left of its standard for all whom it insures, not less than nothing.
 */
final class RiskAdjustment implements SharingRule {
    @Override
    public String id() {
        return "risk-adjusted";
    }

    @Override
    public Text title() {
        return new Text("Risk adjustment", "风险调整");
    }

    @Override
    public Text brief() {
        return title();
    }

    @Override
    public boolean keepsCentralTotal(ScenarioSpec scenario) {
        return scenario.risk()
                .map(r -> r.total().isEmpty() && r.points().isEmpty())
                .orElse(false);
    }

    @Override
    public List<Share> shares(ScenarioSpec scenario, List<Persons> persons) {
        List<Share> today = PerHeadRule.CURRENT.shares(scenario, persons);
        List<BigDecimal> central = central(scenario, persons, today);
        List<BigDecimal> provincial = provincial(scenario, persons, today);
        BigDecimal[] rest = new BigDecimal[persons.size()];
        for (String city : scenario.cities().keySet()) {
            rest(scenario, city, persons, central, provincial, rest);
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            Persons p = persons.get(i);
            shares.add(new Share(p, p.residence(), central.get(i), provincial.get(i), rest[i]));
        }
        return shares;
    }

    /** What is left of a city's standard for all whom it insures; it pays the same for each of them. */
    private static void rest(
            ScenarioSpec scenario,
            String city,
            List<Persons> persons,
            List<BigDecimal> central,
            List<BigDecimal> provincial,
            BigDecimal[] rest) {
        List<Integer> insured = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal left = BigDecimal.ZERO;
        BigDecimal standard = scenario.city(city).standard();
        for (int i = 0; i < persons.size(); i++) {
            if (persons.get(i).residence().equals(city)) {
                insured.add(i);
                weights.add(BigDecimal.valueOf(persons.get(i).count()));
                left = left.add(persons.get(i).times(standard))
                        .subtract(central.get(i))
                        .subtract(provincial.get(i));
            }
        }
        BigDecimal count = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> divided =
                count.signum() == 0 ? weights : LargestRemainder.divide(left.max(BigDecimal.ZERO), weights, count);
        for (int k = 0; k < insured.size(); k++) {
            rest[insured.get(k)] = divided.get(k);
        }
    }

    /** The value of a point of the centre, in yuan. */
    static BigDecimal valueOfPoint(ScenarioSpec scenario) {
        List<Persons> persons = Persons.of(scenario);
        return total(scenario, PerHeadRule.CURRENT.shares(scenario, persons))
                .divide(points(scenario, persons), MathContext.DECIMAL64);
    }

    private static List<BigDecimal> central(ScenarioSpec scenario, List<Persons> persons, List<Share> today) {
        List<BigDecimal> weights = persons.stream().map(p -> p.points(scenario)).toList();
        return LargestRemainder.divide(total(scenario, today), weights, points(scenario, persons));
    }

    private static List<BigDecimal> provincial(ScenarioSpec scenario, List<Persons> persons, List<Share> today) {
        BigDecimal[] shares = new BigDecimal[persons.size()];
        Arrays.fill(shares, BigDecimal.ZERO);
        for (String province : scenario.provinces().keySet()) {
            List<Integer> enrolled = new ArrayList<>();
            List<BigDecimal> weights = new ArrayList<>();
            BigDecimal total = BigDecimal.ZERO;
            for (int i = 0; i < persons.size(); i++) {
                if (isOf(scenario, persons.get(i).residence(), province)) {
                    enrolled.add(i);
                    weights.add(persons.get(i).points(scenario));
                }
                if (isOf(scenario, persons.get(i).hukou(), province)) {
                    total = total.add(today.get(i).of(Level.PROVINCE));
                }
            }
            BigDecimal points = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (points.signum() > 0) {
                List<BigDecimal> divided = LargestRemainder.divide(total, weights, points);
                for (int k = 0; k < enrolled.size(); k++) {
                    shares[enrolled.get(k)] = divided.get(k);
                }
            }
        }
        return List.of(shares);
    }

    private static boolean isOf(ScenarioSpec scenario, String city, String province) {
        return scenario.city(city).province().equals(province);
    }

    private static BigDecimal total(ScenarioSpec scenario, List<Share> today) {
        return scenario.risk()
                .flatMap(ScenarioSpec.Risk::total)
                .orElseGet(() -> today.stream().map(Share::central).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal points(ScenarioSpec scenario, List<Persons> persons) {
        BigDecimal own = persons.stream().map(p -> p.points(scenario)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = scenario.risk().flatMap(ScenarioSpec.Risk::points).orElse(own);
        if (points.signum() <= 0 || points.compareTo(own) < 0) {
            throw Diagnostic.error(
                            FiscalCode.NO_POINTS,
                            "the points of all persons are " + points.toPlainString() + ", those of the scenario "
                                    + own.toPlainString())
                    .at(Place.of(scenario.id()))
                    .hint(
                            "`risk: {points: …}` are those of the whole country, at least those of the scenario, and above 0")
                    .toException();
        }
        return points;
    }
}
