package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.canbao.spec.TableSpec.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class DistributionTest {
    /** A large mean and a small spread lose all digits of the spread if squares are summed as they are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void momentsAreThoseOfExactArithmetic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(5_000).map(x -> 1e9 + x).toArray();
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal exact = new BigDecimal(value);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        BigDecimal mean = sum.divide(n, MathContext.DECIMAL128);
        BigDecimal deviations = squares.subtract(sum.multiply(sum).divide(n, new MathContext(60)));
        double sd = Math.sqrt(deviations.doubleValue() / (values.length - 1));
        Distribution distribution = Distribution.of(values);
        assertThat(distribution.statistic(Statistic.MEAN)).isEqualTo(mean.doubleValue());
        assertThat(distribution.statistic(Statistic.SD)).isCloseTo(sd, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void equalWeightsDoNotChangeMomentsNorTheOrderAnything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(501).toArray();
        double[] reversed = new double[values.length];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[values.length - 1 - i] = values[i];
            weights[i] = 2.5;
        }
        Distribution plain = Distribution.of(values);
        Distribution weighted = Distribution.of(
                Table.create("t", DoubleColumn.create("value", reversed), DoubleColumn.create("weight", weights)));
        for (Statistic statistic : Statistic.values()) {
            assertThat(Distribution.of(reversed).statistic(statistic)).isEqualTo(plain.statistic(statistic));
        }
        for (Statistic statistic : new Statistic[] {Statistic.N, Statistic.MEAN, Statistic.SD, Statistic.MEDIAN}) {
            assertThat(weighted.statistic(statistic)).isCloseTo(plain.statistic(statistic), within(1e-14));
        }
    }

    @Test
    void tooFewValuesHaveNoStatistic() {
        assertThat(Distribution.of(new double[0]).statistic(Statistic.MEAN)).isNaN();
        assertThat(Distribution.of(new double[0]).statistic(Statistic.MEDIAN)).isNaN();
        assertThat(Distribution.of(new double[0]).statistic(Statistic.MAX)).isNaN();
        assertThat(Distribution.of(new double[] {3}).statistic(Statistic.SD)).isNaN();
        assertThat(Distribution.of(new double[] {3}).statistic(Statistic.P25)).isEqualTo(3);
    }
}
