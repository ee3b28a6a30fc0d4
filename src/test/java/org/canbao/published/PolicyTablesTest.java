package org.canbao.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The policy tables say what is printed. */
class PolicyTablesTest {
    private static final Path POLICY = Path.of("configs/policy");
    private static final Path PUBLISHED = Path.of("configs/published");

    @Test
    void childEnrolmentHasTheRulesOfBothTables() {
        Map<String, String> printed = new TreeMap<>();
        rows(PUBLISHED.resolve("enrolment-threshold/table-1A.csv"))
                .forEach(r -> printed.put(r.field("city_en"), r.field("row") + " " + r.field("row")));
        Map<String, String> inSchool = new TreeMap<>();
        for (PublishedRow r : rows(PUBLISHED.resolve("enrolment-threshold/table-1B.csv"))) {
            if (r.field("panel").startsWith("in ")) {
                inSchool.put(r.field("city_en"), r.field("row"));
            } else {
                printed.put(r.field("city_en"), inSchool.get(r.field("city_en")) + " " + r.field("row"));
            }
        }
        Map<String, String> policy = rows(POLICY.resolve("child-enrolment.csv")).stream()
                .collect(Collectors.toMap(
                        r -> r.field("city_en"), r -> r.field("in_school") + " " + r.field("not_in_school")));
        assertThat(policy).hasSize(20).isEqualTo(printed);
    }

    @Test
    void outsidersAreThoseOfTheThreeTables() {
        Map<String, String> shares = values("active-capital/table-1.csv");
        shares.putAll(values("active-capital/table-3.csv"));
        Map<String, String> others = values("active-capital/table-5.csv");
        List<PublishedRow> policy = rows(POLICY.resolve("outsiders-2016.csv"));
        assertThat(policy).hasSize(23).allSatisfy(row -> {
            assertThat(row.field("outsider_share")).isEqualTo(shares.get(row.field("city_en")));
            assertThat(row.field("other_province_share")).isEqualTo(others.get(row.field("city_en")));
        });
    }

    @Test
    void subsidiesAreThoseOfTableFour() {
        Set<String> printed = rows(PUBLISHED.resolve("residence-enrolment/table-4.csv")).stream()
                .map(r -> r.field("column") + " " + r.field("row") + " " + r.field("value"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> policy = new TreeSet<>();
        for (PublishedRow row : rows(POLICY.resolve("subsidy-standards.csv"))) {
            row.fields().forEach((column, value) -> {
                if (!Set.of("place_zh", "place_en", "region", "year", "ages").contains(column)) {
                    policy.add(row.field("place_zh") + " " + column + " " + value);
                }
            });
        }
        assertThat(policy).isEqualTo(printed);
    }

    private static Map<String, String> values(String table) {
        return rows(PUBLISHED.resolve(table)).stream()
                .collect(Collectors.toMap(r -> r.field("row_en"), r -> r.field("value"), (a, b) -> a, TreeMap::new));
    }

    private static List<PublishedRow> rows(Path file) {
        return PublishedTable.read(file).rows();
    }
}
