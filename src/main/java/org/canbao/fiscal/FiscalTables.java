package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.canbao.report.Numbers;
import org.canbao.report.table.Cell;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec;
import org.canbao.spec.fiscal.ScenarioSpec.Flow;

/** The tables of a scenario: who pays what in all, per migrant, and what funds receive. */
final class FiscalTables {
    private static final int CENTS = 2;

    private final Fiscal fiscal;
    private final Unit unit;
    private final ScenarioSpec scenario;

    FiscalTables(Fiscal fiscal) {
        this.fiscal = fiscal;
        this.scenario = fiscal.scenario();
        this.unit = Unit.of(fiscal.today());
    }

    /** All tables that the scenario has numbers for. */
    List<TableModel> all() {
        List<TableModel> tables = new ArrayList<>(List.of(payers()));
        if (!scenario.flows().isEmpty()) {
            tables.add(perHead());
        }
        tables.add(funds());
        scenario.risk().ifPresent(r -> tables.add(new RiskTable(scenario).table()));
        scenario.contribution().ifPresent(c -> tables.add(new ContributionTable(scenario, unit).table()));
        new SensitivityTable(scenario, unit).table().ifPresent(tables::add);
        return tables;
    }

    private TableModel payers() {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(new TableModel.Panel(unit.label("Paid in all", "承担总额")));
        payerRows(rows, "paid", Budget::payers, Budget::paid);
        rows.add(new TableModel.Rule());
        rows.add(new TableModel.Panel(unit.label("Change from today", "较现行变化")));
        Map<String, BigDecimal> today = fiscal.today().payers();
        payerRows(
                rows,
                "change",
                budget -> {
                    Map<String, BigDecimal> payers = new LinkedHashMap<>(budget.payers());
                    payers.replaceAll((payer, paid) -> paid.subtract(today.getOrDefault(payer, BigDecimal.ZERO)));
                    return payers;
                },
                budget -> budget.paid().subtract(fiscal.today().paid()));
        return table("payers", new Text("Who pays", "谁承担"), FiscalWords.PAYER, columns(), rows, identities());
    }

    private void payerRows(
            List<TableModel.Row> rows,
            String prefix,
            Function<Budget, Map<String, BigDecimal>> amounts,
            Function<Budget, BigDecimal> total) {
        for (String payer : fiscal.today().payers().keySet()) {
            rows.add(line(
                    prefix + ":" + payer, name(payer), b -> amounts.apply(b).getOrDefault(payer, BigDecimal.ZERO)));
        }
        rows.add(line(prefix + ":total", FiscalWords.TOTAL, total));
    }

    private Text name(String payer) {
        if (payer.equals(Budget.CENTRE)) {
            return FiscalWords.CENTRE;
        }
        String id = payer.substring(payer.indexOf(':') + 1);
        return payer.startsWith("province:")
                ? scenario.province(id).name()
                : scenario.city(id).name();
    }

    private TableModel.Line line(String key, Text label, Function<Budget, BigDecimal> yuan) {
        return new TableModel.Line(
                key,
                label,
                fiscal.budgets().stream().map(b -> unit.cell(yuan.apply(b))).toList());
    }

    /** What is paid is what is received, written out to the cent. */
    private List<Text> identities() {
        List<Text> notes = new ArrayList<>();
        for (Budget budget : fiscal.budgets()) {
            String paid = cents(budget.paid());
            String received = cents(budget.received());
            notes.add(new Text(
                    named(": ", budget.title().en(), budget.brief().en()) + ". Paid " + paid
                            + " yuan, received by funds " + received + " yuan.",
                    named("：", budget.title().zh(), budget.brief().zh()) + "。各级承担" + paid + "元，基金收到" + received
                            + "元。"));
        }
        return notes;
    }

    /** A rule by what columns call it and by its title, once if both are the same. */
    static String named(String colon, String title, String brief) {
        return brief.equals(title) ? title : brief + colon + title;
    }

    private TableModel perHead() {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Flow flow : scenario.flows()) {
            String from = flow.from().name();
            String to = flow.to().name();
            long persons =
                    flow.persons().values().stream().mapToLong(Long::longValue).sum();
            if (persons == 0) {
                continue;
            }
            rows.add(new TableModel.Panel(heading(from, to, persons)));
            for (Level level : Level.values()) {
                rows.add(perHead(
                        from + ":" + to + ":" + level.name().toLowerCase(java.util.Locale.ROOT),
                        FiscalWords.level(level),
                        from,
                        to,
                        s -> s.of(level)));
            }
            rows.add(perHead(from + ":" + to + ":total", FiscalWords.TOTAL, from, to, Share::total));
        }
        return table(
                "per-head",
                new Text("Subsidy per migrant, yuan a year", "每名流动人口的财政补助（元/年）"),
                FiscalWords.PAYER,
                columns(),
                rows,
                List.of(new Text(
                        "Cities pay what is left of their standard, not less than nothing. Under risk adjustment amounts are"
                                + " means.",
                        "市县区财政承担其标准的其余部分，不低于零。风险调整下为平均数。")));
    }

    private Text heading(String from, String to, long persons) {
        Text between = FiscalWords.joined(
                scenario.city(from).name(), " → ", scenario.city(to).name());
        String count = Numbers.grouped(persons);
        return new Text(
                between.en() + " (" + count + (persons == 1 ? " person)" : " persons)"),
                between.zh() + "（" + count + "人）");
    }

    private TableModel.Line perHead(
            String key, Text label, String from, String to, Function<Share, BigDecimal> amount) {
        return new TableModel.Line(
                key,
                label,
                fiscal.budgets().stream()
                        .map(b -> number(mean(b, from, to, amount), CENTS))
                        .toList());
    }

    /** The mean over the persons of a flow. */
    static BigDecimal mean(Budget budget, String from, String to, Function<Share, BigDecimal> amount) {
        List<Share> shares = budget.shares().stream()
                .filter(s -> s.persons().hukou().equals(from)
                        && s.persons().residence().equals(to))
                .toList();
        BigDecimal sum = shares.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        long persons = shares.stream().mapToLong(s -> s.persons().count()).sum();
        return sum.divide(BigDecimal.valueOf(persons), CENTS, RoundingMode.HALF_EVEN);
    }

    private TableModel funds() {
        List<TableModel.Row> rows = new ArrayList<>();
        scenario.cities().forEach((city, spec) -> {
            rows.add(new TableModel.Panel(spec.name()));
            rows.add(new TableModel.Line(
                    city + ":enrolled",
                    new Text("Persons insured", "参保人数"),
                    fiscal.budgets().stream()
                            .map(b -> (Cell) new Cell.Count(b.enrolledIn(city)))
                            .toList()));
            rows.add(line(city + ":received", unit.label("Subsidy received", "收到补助"), b -> b.receivedBy(city)));
            rows.add(new TableModel.Line(
                    city + ":per_head",
                    new Text("Per head, yuan", "人均（元）"),
                    fiscal.budgets().stream().map(b -> perInsured(b, city)).toList()));
        });
        return table("funds", new Text("What funds receive", "各地基金所得"), Text.of(""), columns(), rows, List.of());
    }

    private static Cell perInsured(Budget budget, String city) {
        long persons = budget.enrolledIn(city);
        return persons == 0
                ? Cell.BLANK
                : number(
                        budget.receivedBy(city).divide(BigDecimal.valueOf(persons), CENTS, RoundingMode.HALF_EVEN),
                        CENTS);
    }

    private List<TableModel.Column> columns() {
        return fiscal.budgets().stream()
                .map(b -> new TableModel.Column(b.brief()))
                .toList();
    }

    /** An amount to the cent, with thousands separated. */
    static String cents(BigDecimal yuan) {
        return String.format(java.util.Locale.ROOT, "%,.2f", yuan.setScale(CENTS, RoundingMode.UNNECESSARY));
    }

    static Cell number(BigDecimal value, int digits) {
        return new Cell.Number(value.doubleValue(), digits, true);
    }

    static TableModel table(
            String id,
            Text title,
            Text stub,
            List<TableModel.Column> columns,
            List<TableModel.Row> rows,
            List<Text> notes) {
        return new TableModel(id, title, false, stub, List.of(), columns, rows, notes, Optional.empty());
    }
}
