package org.canbao.ingest.binding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.schema.DateFormat;
import org.canbao.schema.DatePart;
import org.canbao.schema.RawDate;

/**
 * Dates that are written as numbers or texts, such as 201705, into days or a part of them. A month without a day is its
 * first; a month that no calendar has is a reject.
 */
final class DateConversion implements CellConversion {
    private final Pattern pattern;
    private final Optional<DatePart> part;

    DateConversion(RawDate date) {
        this.pattern = pattern(date.format());
        this.part = date.part();
    }

    private static Pattern pattern(DateFormat format) {
        return Pattern.compile(
                switch (format) {
                    case YYYYMM -> "(\\d{4})(\\d{2})";
                    case YYYYMMDD -> "(\\d{4})(\\d{2})(\\d{2})";
                    case YYYY_MM -> "(\\d{4})-(\\d{1,2})";
                    case YYYY_MM_DD -> "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
                });
    }

    /** Whether a raw variable of that type can be read so. */
    static boolean reads(ValueType type) {
        return type == ValueType.STRING || type == ValueType.DATE || type.isNumeric() && type != ValueType.BOOLEAN;
    }

    @Override
    public Fit put(ColumnBatch raw, int from, ColumnBatch out, int to, int row) {
        ValueType type = raw.variables().get(from).type();
        if (type == ValueType.DATE) {
            return write(LocalDate.ofEpochDay(raw.longs(from)[row]), out, to, row);
        }
        String text = CellText.value(raw, from, row).strip();
        if (text.isEmpty()) {
            return Fit.BLANK;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? write(matcher, out, to, row) : Fit.NO;
    }

    private Fit write(Matcher date, ColumnBatch out, int to, int row) {
        int year = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = date.groupCount() < 3 ? 1 : Integer.parseInt(date.group(3));
        if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
            return Fit.NO;
        }
        return write(LocalDate.of(year, month, day), out, to, row);
    }

    private Fit write(LocalDate date, ColumnBatch out, int to, int row) {
        out.longs(to)[row] = part.map(p -> switch (p) {
                    case YEAR -> (long) date.getYear();
                    case MONTH -> (long) date.getMonthValue();
                    case DAY -> (long) date.getDayOfMonth();
                })
                .orElseGet(date::toEpochDay);
        return Fit.YES;
    }
}
