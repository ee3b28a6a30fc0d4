package org.canbao.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Place;
import org.canbao.published.PublishedRow;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a replicated number matches a printed one, and the grades that follow. */
class ComparedCellTest {
    @ParameterizedTest
    @CsvSource({
        "0.105, 0.009, ***, 0.1052, 0.0091, 0.0001, EXACT",
        "0.105, 0.009, ***, 0.10549, 0.00949, 0.0001, EXACT",
        "0.105, 0.009, ***, 0.1056, 0.0091, 0.0001, NEAR",
        "0.105, 0.009, ***, 0.1052, 0.0120, 0.0001, NEAR",
        "0.105, 0.009, ***, 0.1052, 0.0091, 0.02, ROUGH",
        "0.105, 0.009, ***, 0.1132, 0.0091, 0.0001, ROUGH",
        "0.105, 0.009, ***, 0.1232, 0.0091, 0.0001, DIFFERENT",
        "0.105, 0.009, ***, -0.1052, 0.0091, 0.0001, DIFFERENT",
        "-0.000, 0.001, '', 0.0003, 0.0009, 0.7, EXACT",
        "0.105, 0.009, ***, NaN, 0.0091, 0.0001, MISSING",
    })
    void coefficientsMatch(
            String value, String error, String stars, double estimate, double stdError, double p, Match expected) {
        ComparedCell cell =
                cell("coefficient", value, error, stars, new Replicated.Value(estimate, stdError, p, "a x"));
        assertThat(cell.match()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "n, 228912, 228912, EXACT",
        "n, 228912, 228911, NEAR",
        "n, 228912, 210000, ROUGH",
        "n, 228912, 146326, DIFFERENT",
        "percent, 37.04, 37.0444, EXACT",
        "percent, 37.04, 37.046, NEAR",
        "r2_adj, 0.068, 0.0679, EXACT",
    })
    void statisticsMatch(String statistic, String value, double replicated, Match expected) {
        Replicated number = new Replicated.Value(replicated, Double.NaN, Double.NaN, "a n");
        assertThat(cell(statistic, value, "", "", number).match()).isEqualTo(expected);
    }

    @Test
    void differencesAreCountedInPrintedStandardErrors() {
        ComparedCell cell =
                cell("coefficient", "0.100", "0.020", "***", new Replicated.Value(0.13, 0.02, 0.0001, "a x"));
        assertThat(cell.difference()).isCloseTo(0.03, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(cell.inErrors()).isCloseTo(1.5, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(cell("coefficient", "-0.000", "0.000", "***", new Replicated.Value(1, 1, 1, "a"))
                        .inErrors())
                .isNaN();
    }

    @Test
    void gradesOfExhibitsMakeThatOfTheStudy() {
        assertThat(Grade.of(List.of(Grade.FULL, Grade.FULL))).isEqualTo(Grade.FULL);
        assertThat(Grade.of(List.of(Grade.FULL, Grade.MINOR))).isEqualTo(Grade.MINOR);
        assertThat(Grade.of(List.of(Grade.MINOR, Grade.NOT))).isEqualTo(Grade.PARTIAL);
        assertThat(Grade.of(List.of(Grade.PARTIAL))).isEqualTo(Grade.PARTIAL);
        assertThat(Grade.of(List.of(Grade.NOT, Grade.NOT))).isEqualTo(Grade.NOT);
        assertThat(Grade.of(List.of())).isEqualTo(Grade.NOT);
    }

    @Test
    void withSimulatedDataThePageSaysWhatAgreementMeans() {
        ComparedCell cell = cell("n", "10", "", "", new Replicated.Value(10, Double.NaN, Double.NaN, "a n"));
        ComparedExhibit exhibit = new ComparedExhibit("table-1", List.of(cell));
        for (boolean simulated : new boolean[] {true, false}) {
            Comparison comparison =
                    new Comparison("s", new Text("A <study>", "研究"), simulated, List.of(exhibit), Map.of());
            for (String page : List.of(
                    ComparePage.html(comparison, Lang.EN),
                    ComparePage.markdown(comparison, Lang.EN),
                    CompareText.text(comparison, Lang.EN))) {
                assertThat(page.contains("measures how well the simulation is calibrated"))
                        .isEqualTo(simulated);
            }
            assertThat(ComparePage.html(comparison, Lang.ZH)).contains("研究");
            assertThat(ComparePage.html(comparison, Lang.EN)).contains("A &lt;study&gt;");
        }
    }

    private static ComparedCell cell(
            String statistic, String value, String error, String stars, Replicated replicated) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("statistic", statistic, "value", value));
        if (!error.isEmpty()) {
            fields.put("std_error", error);
            fields.put("stars", stars);
        }
        return new ComparedCell(new PublishedRow("t", fields, Place.of("t.csv")), replicated);
    }
}
