package org.canbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    /** As C's printf prints them; half of a last digit is rarely half in binary. */
    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 0.12",
        "0.15, 1, 0.1",
        "1.005, 2, 1.00",
        "2.675, 2, 2.67",
        "1.0005, 3, 1.000",
        "2.5, 0, 2",
        "3.5, 0, 4",
        "-0.0004, 3, -0.000",
        "-0.0, 3, 0.000",
        "0.0004, 3, 0.000",
        "123456.789, 1, 123456.8"
    })
    void roundsTheBinaryValueHalfEven(double value, int digits, String printed) {
        assertThat(Numbers.fixed(value, digits)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsEmpty(double value) {
        assertThat(Numbers.fixed(value, 3)).isEmpty();
        assertThat(Numbers.shown(value, 3)).isEmpty();
        assertThat(Numbers.exact(value)).isEmpty();
        assertThat(Numbers.scientific(value, 1)).isEmpty();
    }

    /** What two numbers that stand together print as. */
    @ParameterizedTest
    @CsvSource({
        "0.1113, 0.0101, 0.111, 0.010",
        "-0.0000318, 0.0000131, -0.000032, 0.000013",
        "0.111, 0.0004, 0.11100, 0.00040",
        "-0.0004, 0.0203, -0.00040, 0.02030",
        "0, 0.01, 0.000, 0.010",
        "1.234e-9, 0.5, 1.2e-09, 0.50000000",
        "-2.5e-12, 3e-13, -2.5e-12, 3.0e-13",
        "12345678901.5, 1, 1.235e+10, 1.000",
        "0.00096, 0.01, 0.001, 0.010",
    })
    void noNumberButZeroPrintsAsZero(double estimate, double error, String first, String second) {
        int decimals = Numbers.decimals(3, estimate, error);
        assertThat(Numbers.shown(estimate, decimals)).isEqualTo(first);
        assertThat(Numbers.shown(error, decimals)).isEqualTo(second);
    }

    @Test
    void asManyDecimalsAsSignificantDigitsNeed() {
        assertThat(Numbers.significant(4, 0.0000131)).isEqualTo(8);
        assertThat(Numbers.significant(4, 0.0302)).isEqualTo(5);
        assertThat(Numbers.significant(2, 0.0999)).isEqualTo(2);
        assertThat(Numbers.significant(4, 12345)).isZero();
        assertThat(Numbers.significant(4, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-12, 1E-12", "12345, 12345", "0, 0", "-2.5, -2.5", "1e300, 1E+300"})
    void exactIsShortWhereItCanBe(double value, String printed) {
        assertThat(Numbers.exact(value)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exactReadsBackAsTheSameNumber(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.exact(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void groupsThousands() {
        assertThat(Numbers.grouped(1234567)).isEqualTo("1,234,567");
    }
}
