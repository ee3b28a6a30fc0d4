package org.canbao.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.data.Bilingual;
import org.canbao.diag.Place;

/**
 * Something that is wrong with some rows of a layout, and what is done about it when they enter the store. Rules work in
 * their order; those after one that drops rows do not see these.
 *
 * @param id its id, and the name of the column that flags rows
 * @param check which rows it finds
 * @param among conditions that rows must fulfil to be looked at; none looks at all
 * @param then what is done with the rows that are found
 * @param label what is wrong
 * @param place where it stands
 */
public record Rule(String id, Check check, List<RosterCount.Condition> among, Then then, Bilingual label, Place place) {
    /** How the columns begin that carry what is found in raw values as far as the store. */
    public static final String COLUMN = "canbao_rule_";

    public Rule {
        among = List.copyOf(among);
    }

    /** The same rule without conditions on variables that are not known. */
    public Rule amongKnown(Set<String> variables) {
        return new Rule(
                id,
                check,
                among.stream().filter(c -> variables.contains(c.item())).toList(),
                then,
                label,
                place);
    }

    /** What is done with rows that are found. */
    public enum Then {
        /** They do not enter the store. */
        DROP,
        /** A column says which they are. */
        FLAG,
        /** They are counted. */
        REPORT;

        /** How it is written. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which rows are found. */
    public sealed interface Check {
        /** The harmonised variables that it reads. */
        List<String> columns();
    }

    /** Rows that fulfil all conditions. */
    public record When(List<RosterCount.Condition> where) implements Check {
        public When {
            where = List.copyOf(where);
        }

        @Override
        public List<String> columns() {
            return where.stream().map(RosterCount.Condition::item).toList();
        }
    }

    /**
     * Spells that begin before an earlier one of the same unit has ended; on the day of its end is not before. A spell
     * without an end lasts.
     *
     * @param unit what has spells, for example person and scheme
     * @param from when they begin
     * @param to when they end
     */
    public record Overlap(List<String> unit, String from, String to) implements Check {
        public Overlap {
            unit = List.copyOf(unit);
        }

        @Override
        public List<String> columns() {
            return Stream.concat(unit.stream(), Stream.of(from, to)).toList();
        }
    }

    /** Rows after the first of the same unit. */
    public record Repeated(List<String> unit) implements Check {
        public Repeated {
            unit = List.copyOf(unit);
        }

        @Override
        public List<String> columns() {
            return unit;
        }
    }

    /** Rows that end before they begin. */
    public record Backwards(String from, String to) implements Check {
        @Override
        public List<String> columns() {
            return List.of(from, to);
        }
    }

    /**
     * Persons whose date of birth or sex contradicts their identity document, a number of 18 digits (GB 11643: the date of
     * birth in digits 7 to 14, odd digit 17 for men, a check digit) or of 15. Numbers of another form, or whose check digit
     * is wrong, are not judged. Document and date are raw variables, which need not enter the store.
     *
     * @param number raw names of the document's number
     * @param birth raw names of the date of birth
     * @param sex raw names of the sex, 1 or 男, 2 or 女
     */
    public record Document(List<String> number, List<String> birth, List<String> sex) implements Check {
        public Document {
            number = List.copyOf(number);
            birth = List.copyOf(birth);
            sex = List.copyOf(sex);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }
}
