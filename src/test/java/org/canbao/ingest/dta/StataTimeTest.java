package org.canbao.ingest.dta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StataTimeTest {
    @ParameterizedTest
    @CsvSource({
        "%td, DAY",
        "%tdCCYY-NN-DD, DAY",
        "%-td, DAY",
        "%d, DAY",
        "%dD_m_Y, DAY",
        "%-dN/D/Y, DAY",
        "%tc, CLOCK",
        "%tcHH:MM, CLOCK",
        "%-tc, CLOCK",
        "%tC, LEAP_CLOCK",
        "%tCHH:MM:SS, LEAP_CLOCK"
    })
    void formatsThatAreTime(String format, StataTime time) {
        assertThat(StataTime.of(format)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%9.0g", "%-12.2fc", "%20s", "%tw", "%tm", "%tmCCYY", "%tq", "%th", "%ty", "%tg", "%tb"})
    void formatsThatStayNumbers(String format) {
        assertThat(StataTime.of(format)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void daysAndClocksAgreeWithTheCalendar(long seed) {
        Random random = new Random(seed);
        LocalDateTime origin = LocalDate.of(1960, 1, 1).atStartOfDay();
        for (int k = 0; k < 1000; k++) {
            LocalDateTime time =
                    origin.plusDays(random.nextInt(200_000) - 100_000).plusSeconds(random.nextInt(86_400));
            double days = ChronoUnit.DAYS.between(origin.toLocalDate(), time.toLocalDate());
            assertThat(StataTime.DAY.toEpoch(days)).isEqualTo(time.toLocalDate().toEpochDay());
            double millis = ChronoUnit.MILLIS.between(origin, time);
            long micros = time.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            assertThat(StataTime.CLOCK.toEpoch(millis)).isEqualTo(micros);
            assertThat(StataTime.CLOCK.toEpoch(millis + 0.25)).isEqualTo(micros + 250);
        }
    }

    @ParameterizedTest
    @CsvSource({"1972-06-30, 0", "1972-12-31, 1", "1998-12-31, 21", "2005-12-31, 22", "2016-12-31, 26"})
    void leapSecondsAreTakenOutOnceTheyAreOver(String day, int before) {
        long midnight = LocalDate.parse(day).plusDays(1).toEpochDay() + StataTime.ORIGIN_DAYS;
        double plain = midnight * 86_400_000.0;
        double leap = plain + 1000.0 * before;
        assertThat(StataTime.LEAP_CLOCK.toEpoch(leap - 1000)).isEqualTo(StataTime.CLOCK.toEpoch(plain - 1000));
        assertThat(StataTime.LEAP_CLOCK.toEpoch(leap)).isEqualTo(StataTime.NONE);
        assertThat(StataTime.LEAP_CLOCK.toEpoch(leap + 999)).isEqualTo(StataTime.NONE);
        assertThat(StataTime.LEAP_CLOCK.toEpoch(leap + 1000)).isEqualTo(StataTime.CLOCK.toEpoch(plain));
    }

    @Test
    void onlyTheYears100To9999AreDates() {
        double first = LocalDate.of(100, 1, 1).toEpochDay() + StataTime.ORIGIN_DAYS;
        double last = LocalDate.of(9999, 12, 31).toEpochDay() + StataTime.ORIGIN_DAYS;
        assertThat(StataTime.DAY.toEpoch(first)).isNotEqualTo(StataTime.NONE);
        assertThat(StataTime.DAY.toEpoch(last)).isNotEqualTo(StataTime.NONE);
        for (double bad : new double[] {first - 1, last + 1, 0.5, 1e300, -1e300}) {
            assertThat(StataTime.DAY.toEpoch(bad)).isEqualTo(StataTime.NONE);
        }
        assertThat(StataTime.CLOCK.toEpoch(last * 86_400_000.0 + 86_399_999)).isNotEqualTo(StataTime.NONE);
        assertThat(StataTime.CLOCK.toEpoch((last + 1) * 86_400_000.0)).isEqualTo(StataTime.NONE);
    }
}
