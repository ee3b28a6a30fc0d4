package org.canbao.schema;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Place;

/**
 * The persons of a household that stand side by side in one row: item by item, person by person. A place of the roster
 * holds a person if the first item has a value there.
 *
 * @param first the number of the first person that is counted
 * @param last the number of the last one
 * @param survey year and month of the survey, {@code 201705}; without it persons have neither age nor time since arrival
 * @param items what is known of each person; {@code #} in names and label patterns stands for the number of the person
 * @param keys variables of the respondent that members have too, when each gets a row
 * @param counts the harmonised variables that are made from it
 * @param place where it begins
 */
public record Roster(
        int first,
        int last,
        Optional<Integer> survey,
        List<SchemaVariable> items,
        List<String> keys,
        List<RosterCount> counts,
        Place place) {
    /** Stands for the number of the person in names and label patterns. */
    public static final String NUMBER = "#";
    /** The item that makes {@link #AGE}. */
    public static final String BIRTH_YEAR = "birth_year";
    /** The item that makes {@link #MONTHS_HERE}, with {@link #ARRIVAL_MONTH}. */
    public static final String ARRIVAL_YEAR = "arrival_year";
    /** The item that makes {@link #MONTHS_HERE}, with {@link #ARRIVAL_YEAR}. */
    public static final String ARRIVAL_MONTH = "arrival_month";
    /** Years from the year of birth to the year of the survey. */
    public static final String AGE = "age";
    /** Months from the month of arrival to the month of the survey. */
    public static final String MONTHS_HERE = "months_here";
    /** The column with a person's number, where each is a row. */
    public static final String MEMBER = "member";

    public Roster {
        items = List.copyOf(items);
        keys = List.copyOf(keys);
        counts = List.copyOf(counts);
    }

    /** The item as one person has it. */
    public static SchemaVariable itemOf(SchemaVariable item, int person) {
        String number = String.valueOf(person);
        return new SchemaVariable(
                item.name() + "_" + number,
                item.raw().stream().map(raw -> raw.replace(NUMBER, number)).toList(),
                item.labelPattern().replace(NUMBER, number),
                item.labelCheck().replace(NUMBER, number),
                item.type(),
                item.label(),
                item.unit(),
                item.codes(),
                item.codeLabels(),
                item.missing(),
                item.date(),
                item.identifier(),
                item.value(),
                true,
                item.confidence(),
                item.place());
    }
}
