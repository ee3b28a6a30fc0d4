package org.canbao.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.data.Bilingual;
import org.canbao.diag.Place;

/**
 * A harmonised variable that counts persons of a roster: those of whom all conditions are known to be true.
 *
 * @param name its name
 * @param label its label, if the schema has one
 * @param where the conditions; none counts all persons
 * @param place where it stands
 */
public record RosterCount(String name, Optional<Bilingual> label, List<Condition> where, Place place) {
    public RosterCount {
        where = List.copyOf(where);
    }

    /**
     * A condition on an item: one of some values, or a number between bounds.
     *
     * @param item the item, {@link Roster#AGE} or {@link Roster#MONTHS_HERE}
     * @param values the harmonised values as text; empty if there are bounds
     * @param least the least number, if there is one
     * @param most the greatest number, if there is one
     */
    public record Condition(String item, Set<String> values, OptionalLong least, OptionalLong most) {
        public Condition {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }
}
