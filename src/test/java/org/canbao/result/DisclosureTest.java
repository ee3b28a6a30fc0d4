package org.canbao.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.privacy.Protection;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static final Inference INFERENCE = new Inference(
            "hc1",
            200,
            2,
            List.of(),
            198,
            1,
            "rows",
            "r",
            Optional.empty(),
            List.of(new Inference.Loss("where", 2), new Inference.Loss("missing: x", 40), new Inference.Loss("w", 60)),
            false);

    @Test
    void pointsOfFewPersonsGoWithSoManyThatTheCurveDoesNotTellThem() {
        RdPlotFit fit = plot(List.of(30L, 3L, 20L, 40L, 10L), 1);

        Disclosure shown = Disclosure.of(fit, Protection.ofRows(5));

        assertThat(rows(shown.fit())).containsExactly(30L, 40L);
        assertThat(shown.hidden()).isEqualTo(3);
    }

    @Test
    void countsOfCellsAreJudgedByTheirValueAndZerosAreShown() {
        List<Long> cells = List.of(26L, 26L, 26L, 26L, 26L, 26L);
        Protection protection = new Protection(5, false, true, Set.of("y"), Map.of());

        assertThat(Disclosure.of(plot(cells, 0, 0, 0, 3, 9, 50, 60), protection).fit())
                .satisfies(fit -> assertThat(means(fit)).containsExactly(0.0, 0.0, 50.0, 60.0));
        assertThat(Disclosure.of(plot(cells, 0, 0, 0, 0, 9, 50, 60), protection).hidden())
                .isZero();
    }

    @Test
    void aCurveWithoutPointsIsNotShown() {
        Disclosure shown = Disclosure.of(plot(List.of(2L, 3L), 1), Protection.ofRows(5));

        assertThat(((RdPlotFit) shown.fit()).groups().get(0).left().curve()).isEmpty();
    }

    @Test
    void theJsonHasTextsInThePlaceOfSmallCounts() {
        String json = FitJson.write(plot(List.of(30L, 40L), 1), Protection.ofRows(5));

        assertThat(json)
                .contains("\"rows\" : \"<5\"")
                .contains("\"rows\" : \"c\"")
                .contains("\"rows\" : 60");
        assertThat(FitJson.write(plot(List.of(30L), 1), Protection.NONE))
                .isEqualTo(FitJson.write(plot(List.of(30L), 1)));
    }

    @Test
    void aTableOfCountsIsHiddenSoThatItsMarginsDoNotTellIt() {
        String json = FitJson.write(
                exact(List.of(List.of(3L, 20L, 30L), List.of(40L, 9L, 60L), List.of(50L, 70L, 80L))),
                Protection.ofRows(5));

        assertThat(table(json)).isEqualTo("[[\"<5\",\"c\",30],[\"c\",\"c\",60],[50,70,80]]");
    }

    /** The group of 4 is hidden, and that of 29 with it: were the cells of these shown, they would add up to them. */
    @Test
    void aGroupWhoseNumberIsHiddenHasNoCellThatIsShown() {
        String json = FitJson.write(
                exact(List.of(List.of(4L, 0L, 0L), List.of(9L, 10L, 10L), List.of(50L, 70L, 80L))),
                Protection.ofRows(5));

        assertThat(json).contains("\"n\" : \"<5\"", "\"n\" : \"c\"", "\"n\" : 200");
        assertThat(table(json)).startsWith("[[\"<5\",\"c\",\"c\"],[\"c\",\"c\",\"c\"],[");
    }

    @Test
    void levelsOfAnOrderedOutcomeKeepTheirValuesButNotSmallCounts() {
        OrderedFit fit = new OrderedFit(
                "ordered-logit",
                "stay",
                List.of(new OrderedFit.Level(1, 120), new OrderedFit.Level(2, 70), new OrderedFit.Level(3, 4)),
                List.of(),
                List.of(),
                -90,
                -100,
                4,
                List.of(),
                1.4,
                INFERENCE,
                Optional.empty());
        String json = FitJson.write(fit, Protection.ofRows(5)).replaceAll("\\s", "");

        assertThat(json)
                .contains("\"levels\":[{\"value\":1.0,\"n\":120},{\"value\":2.0,\"n\":\"c\"},"
                        + "{\"value\":3.0,\"n\":\"<5\"}]");
    }

    private static ExactTestFit exact(List<List<Long>> counts) {
        return new ExactTestFit(
                "y",
                "g",
                List.of("a", "b", "c"),
                counts.stream().map(row -> row.stream().mapToLong(n -> n).sum()).toList(),
                Optional.of(new ExactTestFit.Crosstab(List.of("1", "2", "3"), counts)),
                List.of(),
                95,
                INFERENCE);
    }

    private static String table(String json) {
        String plain = json.replaceAll("\\s", "");
        int from = plain.indexOf("\"counts\":") + "\"counts\":".length();
        return plain.substring(from, plain.indexOf("]]", from) + 2);
    }

    private static RdPlotFit plot(List<Long> rows, int order) {
        double[] means = new double[rows.size()];
        return plot(rows, order, means);
    }

    private static RdPlotFit plot(List<Long> rows, int order, double... means) {
        List<RdPlotFit.Bin> bins = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            bins.add(new RdPlotFit.Bin(i, i + 1, i + 0.5, i + 0.5, means[i], Double.NaN, Double.NaN, rows.get(i)));
        }
        RdPlotFit.Side side = new RdPlotFit.Side(
                rows.stream().mapToLong(r -> r).sum(), rows.size(), bins, List.of(new RdPlotFit.Point(0, 0)));
        RdPlotFit.Side empty = new RdPlotFit.Side(0, 0, List.of(), List.of());
        return new RdPlotFit(
                "y",
                "x",
                9,
                order,
                Optional.empty(),
                List.of(new RdPlotFit.Group("", "values", side, empty)),
                INFERENCE);
    }

    private static List<Long> rows(Fit fit) {
        return points(fit).stream().map(RdPlotFit.Bin::rows).toList();
    }

    private static List<Double> means(Fit fit) {
        return points(fit).stream().map(RdPlotFit.Bin::meanY).toList();
    }

    private static List<RdPlotFit.Bin> points(Fit fit) {
        return ((RdPlotFit) fit).groups().get(0).left().points();
    }
}
