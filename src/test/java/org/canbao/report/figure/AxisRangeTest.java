package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisRangeTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ticksAreFewEvenInsideAndLabelledWithTheirValue(long seed) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(24) - 12);
        double low = scale * random.nextGaussian();
        double high = low + scale * random.nextDouble();
        Axis axis = new AxisRange().include(low).include(high).axis("effect", 0.06, 0.16);

        List<Tick> ticks = axis.ticks();
        assertThat(ticks).hasSizeBetween(3, 9);
        double step = ticks.get(1).at() - ticks.get(0).at();
        double factor = factor(axis.title());
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            assertThat(axis.share(tick.at())).isBetween(0.0, 1.0);
            assertThat(tick.at()).isCloseTo(ticks.get(0).at() + i * step, within(1e-9 * step));
            double read = Double.parseDouble(tick.label().replace('−', '-')) * factor;
            assertThat(read).isCloseTo(tick.at(), within(1e-9 * Math.max(step, Math.abs(tick.at()))));
        }
        assertThat(axis.share(low)).isPositive();
        assertThat(axis.share(high)).isLessThan(1);
    }

    private static double factor(String title) {
        return title.equals("effect")
                ? 1
                : Double.parseDouble(
                        title.replace("effect (×", "").replace(")", "").replace('−', '-'));
    }

    @Test
    void verySmallAndVeryLargeValuesAreDividedAndTheTitleSaysBy() {
        assertThat(new AxisRange().include(0).include(4e-9).axis("y", 0, 0).title())
                .isEqualTo("y (×1e−9)");
        assertThat(new AxisRange().include(0).include(4e9).axis("y", 0, 0).title())
                .isEqualTo("y (×1e9)");
        assertThat(new AxisRange().include(0).include(0.004).axis("y", 0, 0).title())
                .isEqualTo("y");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, -1e-9, 1e12})
    void aSingleValueHasAnAxisAroundIt(double value) {
        Axis axis = new AxisRange().include(value).axis("y", 0, 0);
        assertThat(axis.share(value)).isCloseTo(0.5, within(1e-9));
        assertThat(axis.ticks()).hasSizeGreaterThan(2);
    }

    @Test
    void valuesThatAreNotFiniteArePassedOver() {
        Axis axis = new AxisRange()
                .include(Double.NaN)
                .include(1)
                .include(Double.POSITIVE_INFINITY)
                .include(2)
                .axis("y", 0, 0);
        assertThat(axis.min()).isEqualTo(1);
        assertThat(axis.max()).isEqualTo(2);
    }
}
