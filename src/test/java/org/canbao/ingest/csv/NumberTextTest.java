package org.canbao.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decimalsAreReadAsTheNearestDouble(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            String text = randomDecimal(random);
            assertThat(Double.doubleToRawLongBits(DecimalNumber.parse(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    private static String randomDecimal(SplittableRandom random) {
        long mantissa = random.nextLong() >> random.nextInt(63);
        String text = BigDecimal.valueOf(mantissa, random.nextInt(20)).toPlainString();
        return random.nextInt(4) == 0 ? text + "e" + random.nextInt(-300, 280) : text;
    }

    @ParameterizedTest
    @CsvSource({"-0,-0.0", "-0.0,-0.0", ".5,0.5", "5.,5.0", "1E+2,100.0", "1e-2,0.01", "0.1,0.1"})
    void acceptsTheUsualWaysToWriteThem(String text, double expected) {
        assertThat(Double.doubleToRawLongBits(DecimalNumber.parse(text)))
                .isEqualTo(Double.doubleToRawLongBits(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e5.0",
                "1.2.3",
                "--1",
                "+1",
                "1-",
                "1,5",
                "1_000",
                "0x1p3",
                "NaN",
                "Infinity",
                "-Infinity",
                "1d",
                "1f",
                "1e5d",
                " 1",
                "1 ",
                "١",
                "1e400"
            })
    void refusesEverythingElse(String text) {
        assertThat(DecimalNumber.parse(text)).isNaN();
        assertThat(WholeNumber.parse(text)).isEqualTo(WholeNumber.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void wholeNumbersAreReadExactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            if (value != WholeNumber.NONE) {
                assertThat(WholeNumber.parse(Long.toString(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "9999999999999999999", "-9223372036854775808", "10000000000000000000000"})
    void wholeNumbersBeyond64BitsAreNone(String text) {
        assertThat(WholeNumber.parse(text)).isEqualTo(WholeNumber.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void timesComeBackAsJavaSees(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-60_000_000_000_000_000L, 250_000_000_000_000_000L);
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(micros, ChronoUnit.MICROS);
            assertThat(IsoTime.micros(time.toString())).as(time.toString()).isEqualTo(micros);
            assertThat(IsoTime.days(time.toLocalDate().toString()))
                    .isEqualTo(time.toLocalDate().toEpochDay());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-5-31",
                "2017/05/31",
                "17-05-31",
                "2017-13-01",
                "2017-02-30",
                "2017-05-31T24:00",
                "2017-05-31T12:60",
                "2017-05-31T12:30:60",
                "2017-05-31T12:30Z",
                "2017-05-31T12:30:00.",
                "2017-05-31T12:30:00.1234567",
                "2017-05-31T12:30:0",
                "2017-05-31X12:30",
                "2017-05-31T12.30"
            })
    void whatIsNoIsoTimeIsNone(String text) {
        assertThat(IsoTime.days(text)).isEqualTo(IsoTime.NONE);
        assertThat(IsoTime.micros(text)).isEqualTo(IsoTime.NONE);
    }
}
