package org.canbao.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Bilingual;
import org.canbao.data.ValueType;
import org.canbao.diag.Place;

/**
 * One harmonised variable and how to find and read it in a raw file.
 *
 * @param name its harmonised name
 * @param raw the names that it may have in a raw file; not more than one may be there
 * @param labelPattern a regular expression that is found in the label of the raw variable; empty if the label says nothing
 * @param labelCheck a regular expression that is found in the label of a variable that was found by its name;
 *     {@code labelPattern} if empty
 * @param type its type; that of the raw variable if empty
 * @param label its label; that of the raw variable if empty
 * @param unit the unit of its values, empty if none
 * @param codes what its raw values become; if empty, they stay what they are
 * @param codeLabels labels of harmonised values, by value as text
 * @param missing raw values, or labels of raw values, that mean "missing", with what they mean (empty if not said)
 * @param date how it writes dates, if it holds dates
 * @param identifier whether it identifies persons, and so enters the store only as a keyed hash
 * @param value what it is in all rows, if the schema says so; it is then sought nowhere
 * @param optional whether a file may lack it
 * @param confidence how sure the schema is
 * @param place where the schema says all this
 */
public record SchemaVariable(
        String name,
        List<String> raw,
        String labelPattern,
        String labelCheck,
        Optional<ValueType> type,
        Optional<Bilingual> label,
        String unit,
        Optional<Codes> codes,
        Map<String, Bilingual> codeLabels,
        Map<String, Bilingual> missing,
        Optional<RawDate> date,
        boolean identifier,
        Optional<String> value,
        boolean optional,
        Confidence confidence,
        Place place) {
    public SchemaVariable {
        raw = List.copyOf(raw);
        codeLabels = Collections.unmodifiableMap(new LinkedHashMap<>(codeLabels));
        labelCheck = labelCheck.isEmpty() ? labelPattern : labelCheck;
        missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }
}
