package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.table.Cell;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.spec.fiscal.ScenarioSpec.City;

/** Own contributions as a share of income per head, in place of a fixed amount; per head they are rounded to the cent. */
final class ContributionTable {
    private static final int CENTS = 2;

    private final ScenarioSpec scenario;
    private final Unit unit;

    ContributionTable(ScenarioSpec scenario, Unit unit) {
        this.scenario = scenario;
        this.unit = unit;
    }

    TableModel table() {
        BigDecimal share = scenario.contribution().orElseThrow().share();
        List<TableModel.Row> rows = new ArrayList<>();
        scenario.cities().forEach((id, city) -> {
            if (city.income().isPresent()) {
                rows.add(new TableModel.Line(id, city.name(), cells(id, city, share)));
            }
        });
        String percent = share.stripTrailingZeros().toPlainString();
        return FiscalTables.table(
                "contributions",
                new Text("Own contribution as " + percent + "% of income per head", "个人缴费为人均收入的" + percent + "%"),
                Text.of(""),
                List.of(
                        new TableModel.Column(new Text("Income, yuan", "人均收入（元）")),
                        new TableModel.Column(new Text("Today, yuan", "现行缴费（元）")),
                        new TableModel.Column(new Text("Share, yuan", "按收入比例（元）")),
                        new TableModel.Column(new Text("Residents", "常住参保人数")),
                        new TableModel.Column(unit.label("In all", "总额"))),
                rows,
                List.of());
    }

    private List<Cell> cells(String id, City city, BigDecimal share) {
        BigDecimal contribution = perHead(city, share);
        long residents = residents(scenario, id);
        return List.of(
                FiscalTables.number(city.income().orElseThrow(), CENTS),
                city.contribution().map(c -> FiscalTables.number(c, CENTS)).orElse(Cell.BLANK),
                FiscalTables.number(contribution, CENTS),
                new Cell.Count(residents),
                unit.cell(contribution.multiply(BigDecimal.valueOf(residents))));
    }

    /** What a member pays, rounded to the cent. */
    static BigDecimal perHead(City city, BigDecimal share) {
        return city.income().orElseThrow().multiply(share).movePointLeft(2).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    /** Who lives in a city, migrants included. */
    static long residents(ScenarioSpec scenario, String city) {
        return Persons.of(scenario).stream()
                .filter(p -> p.residence().equals(city))
                .mapToLong(Persons::count)
                .sum();
    }
}
