package org.canbao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.audit.rule.Verdict;
import org.canbao.diag.CanbaoException;
import org.canbao.math.CounterRandom;
import org.canbao.published.PublishedStudy;
import org.canbao.published.PublishedTable;
import org.canbao.spec.audit.AuditSpec;
import org.canbao.yaml.AuditReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on small tables: what is rounded correctly never disagrees, and what is changed does. */
class AuditRulesTest {
    private static final String NUMBERS = """
            column,row,statistic,value
            a,x,percent,33.3
            b,x,percent,66.7
            a,k,count,1
            b,k,count,2
            a,n,count,3
            b,n,count,3
            t,all,percent,100.0
            """;

    @ParameterizedTest
    @CsvSource({
        "0.024, 0.012, ***, DISAGREES",
        "0.024, 0.012, **, AGREES",
        "0.024, 0.012, *, AGREES",
        "0.000, 0.000, ***, AGREES",
        "0.105, 0.009, '', DISAGREES",
        "-0.105, 0.009, ***, AGREES",
        "0.02, 0.01, ***, AGREES"
    })
    void starsFollowFromTWithinRounding(String value, String error, String stars, Verdict expected) {
        String table = "value,std_error,stars\n" + value + "," + error + "," + stars + "\n";
        assertThat(only(audit(table, AuditSpec.NONE)).verdict()).isEqualTo(expected);
    }

    @Test
    void fewObservationsAllowTheStarsOfStudentsT() {
        String table = "value,std_error,stars,n\n2.000,1.000,%s,%s\n";
        assertThat(only(audit(table.formatted("*", 12), AuditSpec.NONE)).verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(only(audit(table.formatted("**", 12), AuditSpec.NONE)).verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(only(audit(table.formatted("*", 100_000), AuditSpec.NONE)).verdict())
                .isEqualTo(Verdict.DISAGREES);
    }

    @Test
    void otherLevelsOfStarsAreDeclared() {
        AuditSpec spec = AuditReader.read("stars: {'***': 0.001, '**': 0.01, '*': 0.05}\nchecks: {}\n", "c.yaml");
        assertThat(only(audit("value,std_error,stars\n0.220,0.100,*\n", spec)).verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(only(audit("value,std_error,stars\n0.220,0.100,*\n", AuditSpec.NONE))
                        .verdict())
                .isEqualTo(Verdict.DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({"33.33, 3, AGREES", "33.34, 3, DISAGREES", "50.0, 7, DISAGREES", "57.1, 7, AGREES", "0.0, 7, AGREES"})
    void percentagesNeedAWholeNumerator(String percent, int n, Verdict expected) {
        String table = "statistic,value,n\npercent," + percent + "," + n + "\n";
        assertThat(only(audit(table, AuditSpec.NONE)).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.50, AGREES", "0.50, 0.52, DISAGREES", "1.20, 0.10, DISAGREES"})
    void spreadsHaveABound(String mean, String sd, Verdict expected) {
        String table = "row,statistic,value\nx,mean," + mean + "\nx,sd," + sd + "\nx,min,0\nx,max,1\n";
        assertThat(only(audit(table, AuditSpec.NONE)).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "share,       '{count: k, total: n, percent: x}',       AGREES",
        "share,       '{count: n, total: n, percent: x}',       DISAGREES",
        "partition,   '{parts: [x], whole: all}',               AGREES",
        "partition,   '{parts: [k], whole: all}',               DISAGREES",
        "order,       '{of: x, direction: rising}',             AGREES",
        "order,       '{of: x, direction: falling}',            DISAGREES",
        "text,        '{claims: all, cells: all}',              AGREES",
        "text,        '{claims: all, cells: x, within: 70}',    AGREES",
        "text,        '{claims: all, cells: x, within: 60}',    DISAGREES",
        "identity,    '{holds: x = 100 * k / n}',               AGREES",
        "identity,    '{holds: x = 100 * k / n + 0.1}',         DISAGREES",
        "identity,    '{holds: x / (n - n) = 1}',               CANNOT_TELL",
        "range,       '{holds: x < 66.7}',                      CANNOT_TELL",
        "range,       '{holds: x <= 66.75}',                    AGREES",
        "range,       '{holds: x > 40}',                        DISAGREES",
        "range,       '{let: {d: n - k}, holds: d >= 1}',       AGREES",
    })
    void declaredRulesHaveTheirVerdicts(String rule, String keys, Verdict expected) {
        AuditSpec spec = AuditReader.read(
                series() + "checks:\n  c: " + keys.replaceFirst("\\{", "{rule: " + rule + ", title: T, ") + "\n",
                "c.yaml");
        Finding found = audit(NUMBERS, spec).get(0);
        assertThat(found.verdict()).as(found.arithmetic().en()).isEqualTo(expected);
    }

    @Test
    void whatCannotBeToldIsShownAllTheSame() {
        AuditSpec spec = AuditReader.read(
                series() + "checks:\n  c: {rule: order, title: T, of: x, direction: falling, cannot_tell: Not said}\n",
                "c.yaml");
        Finding found = audit(NUMBERS, spec).get(0);
        assertThat(found.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(found.arithmetic().en()).isEqualTo("33.3, 66.7: rises by 33.4 from a to b. Not said");
        assertThat(found.arithmetic().zh()).isEqualTo("33.3, 66.7：由a到b上升33.4。Not said");
    }

    /** Random models whose printed numbers are right, at every number of decimals: no finding may disagree. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatIsRoundedCorrectlyNeverDisagrees(int decimals) {
        CounterRandom random = new CounterRandom(7, "audit", decimals);
        StringBuilder rows = new StringBuilder("row,statistic,value,std_error,stars,n\n");
        for (int i = 0; i < 400; i++) {
            double b = 4 * random.nextDouble() - 2;
            double se = 0.01 + random.nextDouble();
            rows.append(i).append(",coefficient,").append(rounded(b, decimals)).append(',');
            rows.append(rounded(se, decimals))
                    .append(',')
                    .append(stars(Math.abs(b / se)))
                    .append(",\n");
            int n = 2 + (int) (1000 * random.nextDouble());
            int k = (int) ((n + 1) * random.nextDouble());
            rows.append('p').append(i).append(",percent,").append(rounded(100.0 * k / n, decimals));
            rows.append(",,,").append(n).append('\n');
        }
        List<Finding> found = audit(rows.toString(), AuditSpec.NONE);
        assertThat(found).hasSize(2).allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.AGREES));
        assertThat(found).allSatisfy(f -> assertThat(f.items()).hasSize(400));
    }

    @Test
    void aSeriesThatSelectsNothingSaysWhatThereIs() {
        AuditSpec spec = AuditReader.read(
                "series: {x: {table: t, row: y}}\nchecks: {c: {rule: order, title: T, of: x, direction: rising}}\n",
                "c.yaml");
        assertThatThrownBy(() -> audit(NUMBERS, spec))
                .isInstanceOfSatisfying(
                        CanbaoException.class,
                        e -> assertThat(e.diagnostics().get(0).message()
                                        + e.diagnostics().get(0).hints())
                                .contains("no row has `y` in `row`", "there are: x, k, n, all"));
    }

    private static String series() {
        return List.of("x", "k", "n", "all").stream()
                .map(row -> "  " + row + ": {table: t, row: " + row + "}\n")
                .collect(Collectors.joining("", "series:\n", ""));
    }

    private static String stars(double t) {
        return t > 2.5758293 ? "***" : t > 1.9599640 ? "**" : t > 1.6448536 ? "*" : "";
    }

    private static String rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> audit(String csv, AuditSpec spec) {
        PublishedTable table = PublishedTable.parse("t", "t.csv", csv);
        PublishedStudy study = new PublishedStudy("t", Path.of(""), List.of(table));
        return Audit.of(study, spec, name -> {
            throw new IllegalArgumentException(name);
        });
    }
}
