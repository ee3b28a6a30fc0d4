package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.diag.CanbaoException;
import org.canbao.report.Labels;
import org.canbao.report.figure.BarChart.Bar;
import org.canbao.report.figure.BarChart.Panel;
import org.canbao.report.figure.BarChart.Part;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Stack;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.spec.Lang;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final FigureContext CONTEXT = new FigureContext(Labels.NAMES, Lang.EN, false);

    @Test
    void fewShortNamesStandAndManyLie() {
        assertThat(first(chart(3, false)).lying()).isFalse();
        assertThat(first(chart(30, false)).lying()).isTrue();
    }

    @Test
    void lyingBarsBeginAtTheTopUnderTheirHeadings() {
        BarChart chart = new BarChart(
                List.of("a"),
                List.of(
                        new Panel("First", List.of(bar("x", 1))), //
                        new Panel("Second", List.of(bar("y", 2)))),
                true);
        FigureModel model = model(chart);
        assertThat(model.left().ticks()).extracting(Tick::label).containsExactly("y", "Second", "x", "First");
        assertThat(model.left().ticks()).extracting(Tick::heading).containsExactly(false, true, false, true);
        assertThat(model.left().ticks()).extracting(Tick::at).isSorted();
        assertThat(model.x().min()).isZero();
    }

    @Test
    void partsStandOnEachOtherOrBesideEachOther() {
        List<Panel> panels = List.of(new Panel("", List.of(new Bar("x", List.of(Part.of(3), new Part(4, 3.5, 4.5))))));
        FigureModel stacked = model(new BarChart(List.of("a", "b"), panels, true));
        assertThat(blocks(stacked, 1).get(0).low()).isEqualTo(3);
        assertThat(blocks(stacked, 1).get(0).high()).isEqualTo(7);
        FigureModel beside = model(new BarChart(List.of("a", "b"), panels, false));
        assertThat(blocks(beside, 0).get(0).to())
                .isEqualTo(blocks(beside, 1).get(0).from());
        assertThat(blocks(beside, 1).get(0).low()).isZero();
        assertThat(blocks(beside, 1).get(0).interval()).hasValueSatisfying(span -> {
            assertThat(span.low()).isEqualTo(3.5);
            assertThat(span.high()).isEqualTo(4.5);
        });
    }

    @Test
    void valuesBelowZeroHaveBarsUnlessTheyAreStacked() {
        BarChart beside = new BarChart(List.of("a"), List.of(new Panel("", List.of(bar("x", -2), bar("y", 1)))), false);
        beside.check("f");
        assertThat(model(beside).left().min()).isLessThan(-2);
        BarChart stacked = new BarChart(List.of("a"), beside.panels(), true);
        assertThatThrownBy(() -> stacked.check("f"))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("below zero");
    }

    @Test
    void whatIsMissingHasNoBarButItsPlace() {
        BarChart chart = new BarChart(
                List.of("a"),
                List.of(new Panel("", List.of(bar("x", 1), new Bar("gap", List.of(Part.NONE)), bar("y", 2)))),
                false);
        FigureModel model = model(chart);
        assertThat(blocks(model, 0)).extracting(Block::of).containsExactly("x", "y");
        assertThat(model.x().ticks()).extracting(Tick::label).containsExactly("x", "gap", "y");
        BarChart empty =
                new BarChart(List.of("a"), List.of(new Panel("", List.of(new Bar("gap", List.of(Part.NONE))))), false);
        assertThatThrownBy(() -> empty.check("f")).hasMessageContaining("no bar has a length");
    }

    @Test
    void aBarOfLengthZeroIsSeen() {
        for (int bars : List.of(2, 40)) {
            List<Bar> all = IntStream.range(0, bars)
                    .mapToObj(i -> bar("name " + i, i == 0 ? 0 : 1))
                    .toList();
            FigureModel model = model(new BarChart(List.of("a"), List.of(new Panel("", all)), false));
            FigureLayout layout = FigureLayout.of(model, FigureFont.bundled());
            Stack stack = (Stack) model.series().get(0);
            Rectangle2D zero =
                    new BarPlaces(model, layout).rectangle(stack, stack.blocks().get(0));
            assertThat(stack.lying()).isEqualTo(bars == 40);
            assertThat(stack.lying() ? zero.getWidth() : zero.getHeight()).isBetween(1.0, 2.0);
            assertThat(stack.lying() ? zero.getMinX() : zero.getMaxY())
                    .isEqualTo(stack.lying() ? layout.x(model.x(), 0) : layout.y(model.left(), 0));
        }
    }

    @Test
    void manyBarsMakeTheFigureHigherAndEveryNameHasRoom() {
        FigureModel model = model(chart(40, false));
        FigureLayout layout = FigureLayout.of(model, FigureFont.bundled());
        List<Double> baselines = layout.texts().stream()
                .filter(text -> text.text().startsWith("name"))
                .map(PlacedText::y)
                .sorted()
                .toList();
        assertThat(baselines).hasSize(40);
        for (int i = 1; i < baselines.size(); i++) {
            assertThat(baselines.get(i) - baselines.get(i - 1)).isGreaterThan(FigureLayout.LABEL);
        }
    }

    private static BarChart chart(int bars, boolean stacked) {
        List<Bar> all =
                IntStream.range(0, bars).mapToObj(i -> bar("name " + i, 1 + i)).toList();
        return new BarChart(List.of("a"), List.of(new Panel("", all)), stacked);
    }

    private static Bar bar(String name, double value) {
        return new Bar(name, List.of(Part.of(value)));
    }

    private static FigureModel model(BarChart chart) {
        return chart.model(CONTEXT, "f", "Title", "Length", Optional.empty(), List.of());
    }

    private static Stack first(BarChart chart) {
        return (Stack) model(chart).series().get(0);
    }

    private static List<Block> blocks(FigureModel model, int part) {
        return ((Stack) model.series().get(part)).blocks();
    }
}
