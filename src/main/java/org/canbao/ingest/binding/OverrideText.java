package org.canbao.ingest.binding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.canbao.schema.DataSchema;
import org.canbao.schema.Roster;
import org.canbao.schema.SchemaVariable;

/** What a user writes into an override file, so that a schema fits a file that is different. */
final class OverrideText {
    private static final Pattern PERSON = Pattern.compile("(.+)_\\d+");

    private final DataSchema schema;

    OverrideText(DataSchema schema) {
        this.schema = schema;
    }

    /**
     * The next step as a sentence, ready to be copied.
     *
     * @param what what it says, an infinitive
     * @param keys the keys of the variable, in YAML
     */
    String step(String what, SchemaVariable wanted, String keys) {
        return what + ": write `" + entry(wanted, keys) + "` into a file and give it with --override";
    }

    private String entry(SchemaVariable wanted, String keys) {
        Matcher person = PERSON.matcher(wanted.name());
        boolean ofPerson = schema.variables().stream().noneMatch(v -> v.name().equals(wanted.name()))
                && person.matches()
                && schema.roster().isPresent();
        return ofPerson
                ? "roster: {items: {" + person.group(1) + ": " + keys.replace("NAME", "NAME" + Roster.NUMBER) + "}}"
                : "variables: {" + wanted.name() + ": " + keys + "}";
    }
}
