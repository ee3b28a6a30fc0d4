package org.canbao.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.canbao.diag.Place;
import org.canbao.published.PublishedRow;
import org.canbao.published.PublishedStudy;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Text;
import org.canbao.spec.audit.AuditSpec;
import org.canbao.spec.audit.CheckSpec;
import org.canbao.spec.audit.RuleSpec;
import org.canbao.spec.audit.SeriesSpec;

/**
 * The checks that need no declaration, table by table: stars against t, spread against its bound, percentages against
 * their N. What a declared check of the same rule covers is left to it.
 */
final class UsualChecks {
    private final PublishedStudy study;
    private final AuditSpec declared;
    private final Map<String, SeriesSpec> series = new LinkedHashMap<>();
    private final List<CheckSpec> checks = new ArrayList<>();

    UsualChecks(PublishedStudy study, AuditSpec declared) {
        this.study = study;
        this.declared = declared;
        tables().forEach(this::add);
    }

    /** The series that the checks use. */
    Map<String, SeriesSpec> series() {
        return series;
    }

    /** The checks. */
    List<CheckSpec> checks() {
        return checks;
    }

    private Set<String> tables() {
        Set<String> names = new LinkedHashSet<>();
        study.rows().forEach(row -> names.add(row.table()));
        return names;
    }

    private void add(String table) {
        add(
                "stars",
                table,
                "Stars against coefficient and standard error",
                PublishedRow::isCoefficient,
                ref -> new RuleSpec.Stars(List.of(ref)));
        add(
                "spread",
                table,
                "Standard deviations against mean, minimum and maximum",
                r -> r.statistic().equals("sd"),
                ref -> new RuleSpec.Spread(List.of(ref)));
        add(
                "grim",
                table,
                "Whole numbers behind percentages",
                UsualChecks::isPercentOfN,
                ref -> new RuleSpec.Grim(ref, OptionalLong.empty(), true));
    }

    private static boolean isPercentOfN(PublishedRow row) {
        return row.statistic().equals("percent") && !row.field("n").isEmpty();
    }

    private void add(
            String rule,
            String table,
            String title,
            Predicate<PublishedRow> meant,
            Function<ColumnRef, RuleSpec> spec) {
        boolean any = study.rows().stream().anyMatch(row -> row.table().equals(table) && meant.test(row));
        if (!any || isDeclared(rule, table)) {
            return;
        }
        String name = rule + " " + table;
        Place place = Place.of(study.name());
        Map<String, List<String>> where = new LinkedHashMap<>();
        where.put("table", List.of(table));
        if (rule.equals("grim")) {
            where.put("statistic", List.of("percent"));
        }
        series.put(
                name,
                new SeriesSpec(
                        name,
                        Optional.empty(),
                        where,
                        "value",
                        List.of("column", "panel", "row", "statistic"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        place));
        checks.add(new CheckSpec(
                rule + "-" + table,
                Text.of(title + ", " + table),
                spec.apply(new ColumnRef(name, place)),
                Optional.empty(),
                place));
    }

    private boolean isDeclared(String rule, String table) {
        return declared.checks().stream().anyMatch(check -> switch (rule) {
            case "stars" ->
                check.rule() instanceof RuleSpec.Stars stars
                        && stars.of().stream().anyMatch(r -> is(r, table));
            case "spread" ->
                check.rule() instanceof RuleSpec.Spread spread
                        && spread.of().stream().anyMatch(r -> is(r, table));
            default -> check.rule() instanceof RuleSpec.Grim grim && is(grim.of(), table);
        });
    }

    private boolean is(ColumnRef ref, String table) {
        SeriesSpec of = declared.series().get(ref.name());
        return of != null
                && of.study().isEmpty()
                && of.where().getOrDefault("table", List.of()).contains(table);
    }
}
