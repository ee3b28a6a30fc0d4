package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.canbao.report.figure.FigureModel.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelDensityTest {
    /** R 4.2: bw.nrd0(1:10) and so on, printed with 17 digits. */
    @Test
    void bandwidthIsRsNrd0() {
        double[] oneToTen = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();
        assertThat(KernelDensity.nrd0(oneToTen)).isCloseTo(1.7192864046922831, within(1e-14));
        double[] skewed = {-0.03, 0.01, 0.02, 0.5, 0.011, -0.2, 0.07};
        assertThat(KernelDensity.nrd0(skewed)).isCloseTo(0.025031149412928215, within(1e-16));
        double[] equal = {0.02, 0.02, 0.02, 0.02, 0.02};
        assertThat(KernelDensity.nrd0(equal)).isCloseTo(0.013046033946198521, within(1e-16));
        double[] mostlyZero = {0, 0, 0, 0, 0, 0, 0, 1};
        assertThat(KernelDensity.nrd0(mostlyZero)).isCloseTo(0.2099324230957817, within(1e-15));
    }

    @Test
    void densityIsTheMeanOfTheKernels() {
        KernelDensity density = KernelDensity.of(new double[] {0, 2});
        double h = density.bandwidth();
        Point point = density.curve().get(200);
        double expected = (kernel(point.x() / h) + kernel((point.x() - 2) / h)) / (2 * h);
        assertThat(point.y()).isCloseTo(expected, within(1e-15));
        assertThat(density.curve().get(0).x()).isCloseTo(-3 * h, within(1e-14));
        assertThat(density.curve().get(511).x()).isCloseTo(2 + 3 * h, within(1e-14));
    }

    private static double kernel(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areaIsOneAndOrderDoesNotMatter(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(300).map(u -> 1e-9 * u * u).toArray();
        List<Point> curve = KernelDensity.of(values).curve();
        double step = curve.get(1).x() - curve.get(0).x();
        assertThat(curve.stream().mapToDouble(Point::y).sum() * step).isCloseTo(1, within(2e-3));

        double[] reversed =
                IntStream.range(0, 300).mapToDouble(i -> values[299 - i]).toArray();
        assertThat(KernelDensity.of(reversed).curve().get(100).y())
                .isCloseTo(curve.get(100).y(), within(1e-3));
    }
}
