package org.canbao.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.canbao.data.Bilingual;
import org.canbao.diag.Place;

/**
 * One raw layout: which harmonised variables its files have, and how.
 *
 * @param id its id
 * @param dataset the data set whose files have this layout
 * @param title what it is
 * @param expectedRows how many rows its files are known to have, together, if known
 * @param rowsNote what to say to who has a file with another number of rows
 * @param keepOthers whether raw variables that no harmonised one is made from are kept, under their own names
 * @param variables the harmonised variables, in order
 * @param roster the persons of a household side by side, if the files have them
 * @param suppressBelow the least count of persons that exhibits made from the files may show; 0 if all
 * @param rules what may be wrong with rows, and what is done about it, in order
 * @param place where it begins
 */
public record DataSchema(
        String id,
        String dataset,
        Bilingual title,
        OptionalLong expectedRows,
        Optional<Bilingual> rowsNote,
        boolean keepOthers,
        List<SchemaVariable> variables,
        Optional<Roster> roster,
        int suppressBelow,
        List<Rule> rules,
        Place place) {
    public DataSchema {
        rules = List.copyOf(rules);
        variables = List.copyOf(variables);
    }

    /** Whether any variable, of a person of the roster too, identifies persons. */
    public boolean identifiesPersons() {
        return identifyPersons(variables, roster);
    }

    /** Whether any of these variables identifies persons. */
    public static boolean identifyPersons(List<SchemaVariable> variables, Optional<Roster> roster) {
        return Stream.concat(variables.stream(), roster.stream().flatMap(r -> r.items().stream()))
                .anyMatch(SchemaVariable::identifier);
    }
}
