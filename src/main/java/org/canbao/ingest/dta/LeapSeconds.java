package org.canbao.ingest.dta;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The leap seconds that {@code %tC} counts, each at the end of its day (IERS Bulletin C; none since 2016). */
final class LeapSeconds {
    /** When each begins, in milliseconds since 1960, the earlier ones counted. */
    private static final double[] STARTS = starts();

    private LeapSeconds() {}

    /** How many are over. */
    static int before(double millis) {
        return (int) IntStream.range(0, STARTS.length)
                .filter(i -> millis >= STARTS[i] + 1000)
                .count();
    }

    /** Whether a time is 23:59:60. */
    static boolean isInside(double millis) {
        return IntStream.range(0, STARTS.length).anyMatch(i -> millis >= STARTS[i] && millis < STARTS[i] + 1000);
    }

    private static double[] starts() {
        LocalDate[] days = Stream.of(
                        "1972-06-30",
                        "1972-12-31",
                        "1973-12-31",
                        "1974-12-31",
                        "1975-12-31",
                        "1976-12-31",
                        "1977-12-31",
                        "1978-12-31",
                        "1979-12-31",
                        "1981-06-30",
                        "1982-06-30",
                        "1983-06-30",
                        "1985-06-30",
                        "1987-12-31",
                        "1989-12-31",
                        "1990-12-31",
                        "1992-06-30",
                        "1993-06-30",
                        "1994-06-30",
                        "1995-12-31",
                        "1997-06-30",
                        "1998-12-31",
                        "2005-12-31",
                        "2008-12-31",
                        "2012-06-30",
                        "2015-06-30",
                        "2016-12-31")
                .map(LocalDate::parse)
                .toArray(LocalDate[]::new);
        return IntStream.range(0, days.length)
                .mapToDouble(i -> (days[i].toEpochDay() + 1 + StataTime.ORIGIN_DAYS) * 86_400_000.0 + 1000.0 * i)
                .toArray();
    }
}
