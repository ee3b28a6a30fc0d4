package org.canbao.fiscal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.figure.StackFigure;
import org.canbao.report.figure.SvgFigure;
import org.canbao.report.page.ExhibitsPage;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.canbao.spec.fiscal.Level;
import org.canbao.spec.fiscal.ScenarioSpec.Flow;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a scenario shows: tables, a figure for each flow, and everything as JSON with amounts to the cent. */
public final class FiscalReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FiscalReport() {}

    /** The tables. */
    public static List<TableModel> tables(Fiscal fiscal) {
        return new FiscalTables(fiscal).all();
    }

    /** For each flow, who pays for a migrant under each rule. */
    public static List<FigureModel> figures(Fiscal fiscal, Lang lang) {
        List<FigureModel> figures = new ArrayList<>();
        for (Flow flow : fiscal.scenario().flows()) {
            boolean anybody = flow.persons().values().stream().anyMatch(count -> count > 0);
            if (anybody) {
                figures.add(figure(fiscal, flow, lang));
            }
        }
        return figures;
    }

    private static FigureModel figure(Fiscal fiscal, Flow flow, Lang lang) {
        String from = flow.from().name();
        String to = flow.to().name();
        Text between = FiscalWords.joined(
                fiscal.scenario().city(from).name(),
                " → ",
                fiscal.scenario().city(to).name());
        Text title = new Text("Who pays for a migrant: " + between.en(), "谁为流动人口承担补助：" + between.zh());
        List<StackFigure.Part> parts = Arrays.stream(Level.values())
                .map(level -> new StackFigure.Part(
                        FiscalWords.level(level).in(lang),
                        fiscal.budgets().stream()
                                .map(b -> FiscalTables.mean(b, from, to, s -> s.of(level))
                                        .doubleValue())
                                .toList()))
                .toList();
        String rules = fiscal.budgets().stream()
                .filter(b -> !b.brief().equals(b.title()))
                .map(b -> FiscalTables.named(
                        new Text(": ", "：").in(lang),
                        b.title().in(lang),
                        b.brief().in(lang)))
                .collect(Collectors.joining(new Text("; ", "；").in(lang), "", new Text(".", "。").in(lang)));
        return StackFigure.of(
                from + "-" + to,
                lang,
                title.in(lang),
                new Text("Yuan per person and year", "元/人/年").in(lang),
                fiscal.budgets().stream().map(b -> b.brief().in(lang)).toList(),
                parts,
                List.of(new Text("Notes: ", "注：").in(lang) + rules));
    }

    /** A page with the tables and the figures. */
    public static String page(Fiscal fiscal, Lang lang) {
        List<String> figures = figures(fiscal, lang).stream()
                .map(figure -> new String(new SvgFigure().render(figure), StandardCharsets.UTF_8))
                .toList();
        return new ExhibitsPage(fiscal.scenario().title(), tables(fiscal), figures).html(lang);
    }

    /** Everything as JSON; amounts are texts with two decimals, so that no cent is lost. */
    public static String json(Fiscal fiscal) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("scenario", fiscal.scenario().id());
        ArrayNode rules = root.putArray("rules");
        for (Budget budget : fiscal.budgets()) {
            ObjectNode rule = rules.addObject();
            rule.put("rule", budget.rule());
            rule.put("title", budget.title().en());
            rule.put("paid", plain(budget.paid()));
            rule.put("received", plain(budget.received()));
            ObjectNode payers = rule.putObject("payers");
            budget.payers().forEach((payer, paid) -> payers.put(payer, plain(paid)));
            ArrayNode shares = rule.putArray("shares");
            for (Share share : budget.shares()) {
                shares.addObject()
                        .put("hukou", share.persons().hukou())
                        .put("residence", share.persons().residence())
                        .put("group", share.persons().group())
                        .put("persons", share.persons().count())
                        .put("enrolled_in", share.enrolledIn())
                        .put("central", plain(share.central()))
                        .put("province", plain(share.province()))
                        .put("city", plain(share.city()));
            }
        }
        fiscal.scenario()
                .risk()
                .ifPresent(r -> root.put(
                        "value_of_point",
                        RiskAdjustment.valueOfPoint(fiscal.scenario())
                                .stripTrailingZeros()
                                .toPlainString()));
        return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static String plain(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }
}
