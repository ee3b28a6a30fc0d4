package org.canbao.fiscal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.table.Cell;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.spec.fiscal.ScenarioSpec.Contribution;
import org.canbao.spec.fiscal.ScenarioSpec.Risk;
import org.canbao.spec.fiscal.ScenarioSpec.Sensitivity;
import org.canbao.spec.fiscal.ScenarioSpec.Uniform;

/** What the levels pay when what the rules leave open takes other values: uniform rate, premium, share of income. */
final class SensitivityTable {
    private final ScenarioSpec scenario;
    private final Unit unit;

    SensitivityTable(ScenarioSpec scenario, Unit unit) {
        this.scenario = scenario;
        this.unit = unit;
    }

    /** The table; empty if no other values are given. */
    Optional<TableModel> table() {
        Sensitivity other = scenario.sensitivity();
        List<TableModel.Row> rows = new ArrayList<>();
        if (!other.uniform().isEmpty()) {
            rows.add(new TableModel.Panel(new Text("Uniform rate, yuan", "统一标准（元）")));
            other.uniform().forEach(rate -> rows.add(uniform(rate)));
        }
        if (!other.premium().isEmpty()) {
            rows.add(new TableModel.Panel(new Text("Premium of migrants, %", "流动人口分数提高（%）")));
            other.premium().forEach(premium -> rows.add(premium(premium)));
        }
        if (!other.share().isEmpty()) {
            rows.add(new TableModel.Panel(new Text("Contribution, % of income", "缴费占收入比例（%）")));
            other.share().forEach(share -> rows.add(share(share)));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(FiscalTables.table(
                        "sensitivity",
                        unit.label("What the rules leave open", "规则未定之处的敏感性"),
                        Text.of(""),
                        columns(),
                        rows,
                        List.of(new Text(
                                "What is received for migrants is part of what the levels pay.",
                                "流动人口所得为各级承担额的一部分。"))));
    }

    private static List<TableModel.Column> columns() {
        return List.of(
                new TableModel.Column(FiscalWords.CENTRE),
                new TableModel.Column(FiscalWords.PROVINCES),
                new TableModel.Column(FiscalWords.CITIES),
                new TableModel.Column(new Text("For migrants", "流动人口所得")),
                new TableModel.Column(new Text("Own contributions", "个人缴费")));
    }

    private TableModel.Line uniform(BigDecimal rate) {
        Uniform everywhere = new Uniform(Map.of(), rate);
        ScenarioSpec changed = scenario.with(Optional.of(everywhere), scenario.risk(), scenario.contribution());
        return levels("uniform", rate, Budget.of(PerHeadRule.FOLLOWS_UNIFORM, changed));
    }

    private TableModel.Line premium(BigDecimal premium) {
        Optional<Risk> risk = scenario.risk()
                .or(() -> Optional.of(new Risk(Optional.empty(), Optional.empty(), BigDecimal.ZERO)))
                .map(r -> new Risk(r.total(), r.points(), premium));
        ScenarioSpec changed = scenario.with(scenario.uniform(), risk, scenario.contribution());
        return levels("premium", premium, Budget.of(new RiskAdjustment(), changed));
    }

    private TableModel.Line share(BigDecimal share) {
        ScenarioSpec changed = scenario.with(scenario.uniform(), scenario.risk(), Optional.of(new Contribution(share)));
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, ScenarioSpec.City> city : changed.cities().entrySet()) {
            if (city.getValue().income().isPresent()) {
                long residents = ContributionTable.residents(changed, city.getKey());
                sum = sum.add(
                        ContributionTable.perHead(city.getValue(), share).multiply(BigDecimal.valueOf(residents)));
            }
        }
        return new TableModel.Line(
                "share:" + plain(share),
                Text.of(plain(share)),
                List.of(Cell.BLANK, Cell.BLANK, Cell.BLANK, Cell.BLANK, unit.cell(sum)));
    }

    private TableModel.Line levels(String key, BigDecimal value, Budget budget) {
        BigDecimal migrants = budget.shares().stream()
                .filter(s -> s.persons().migrants())
                .map(Share::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TableModel.Line(
                key + ":" + plain(value),
                Text.of(plain(value)),
                List.of(
                        unit.cell(budget.of(Level.CENTRAL)),
                        unit.cell(budget.of(Level.PROVINCE)),
                        unit.cell(budget.of(Level.CITY)),
                        unit.cell(migrants),
                        Cell.BLANK));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
