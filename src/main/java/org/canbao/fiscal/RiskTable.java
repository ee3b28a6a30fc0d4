package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.table.Cell;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.ScenarioSpec;

/** Points, and what the centre pays for a person of each group. */
final class RiskTable {
    private static final int CENTS = 2;

    private final ScenarioSpec scenario;

    RiskTable(ScenarioSpec scenario) {
        this.scenario = scenario;
    }

    TableModel table() {
        BigDecimal value = RiskAdjustment.valueOfPoint(scenario);
        BigDecimal premium = scenario.risk().map(ScenarioSpec.Risk::premium).orElse(BigDecimal.ZERO);
        List<TableModel.Row> rows = new ArrayList<>();
        scenario.groups().forEach((id, group) -> {
            BigDecimal own = group.points().multiply(value);
            BigDecimal migrant = own.add(own.multiply(premium).movePointLeft(2));
            rows.add(new TableModel.Line(
                    id,
                    group.name(),
                    List.of(
                            words(group.age()),
                            words(group.sex()),
                            words(group.health()),
                            FiscalTables.number(
                                    group.points(),
                                    group.points().stripTrailingZeros().scale() > 0 ? 2 : 0),
                            FiscalTables.number(own.setScale(CENTS, RoundingMode.HALF_EVEN), CENTS),
                            FiscalTables.number(migrant.setScale(CENTS, RoundingMode.HALF_EVEN), CENTS))));
        });
        return FiscalTables.table(
                "points",
                new Text("Points and central subsidy per person", "分数与中央人均补助"),
                new Text("Group", "人群"),
                columns(),
                rows,
                List.of(note(value, premium)));
    }

    private static List<TableModel.Column> columns() {
        return List.of(
                new TableModel.Column(new Text("Age", "年龄")),
                new TableModel.Column(new Text("Sex", "性别")),
                new TableModel.Column(new Text("Health", "健康")),
                new TableModel.Column(new Text("Points", "分数")),
                new TableModel.Column(new Text("Subsidy, yuan", "补助（元）")),
                new TableModel.Column(new Text("Of a migrant, yuan", "流动人口（元）")));
    }

    private static Text note(BigDecimal value, BigDecimal premium) {
        String worth = value.stripTrailingZeros().toPlainString();
        Text worthText = new Text("A point is worth " + worth + " yuan.", "每分价值" + worth + "元。");
        if (premium.signum() == 0) {
            return worthText;
        }
        String more = premium.stripTrailingZeros().toPlainString();
        return new Text(
                worthText.en() + " Migrants have " + more + "% more points.",
                worthText.zh() + "流动人口分数提高" + more + "%。");
    }

    private static Cell words(String text) {
        return text.isEmpty() ? Cell.BLANK : new Cell.Words(Text.of(text));
    }
}
