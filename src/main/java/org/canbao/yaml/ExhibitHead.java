package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.Text;

/** What all tables and figures have: their id, title and notes. */
record ExhibitHead(String id, Text title, Optional<Text> notes) {
    /** The keys, but for {@code kind}, whose line differs. */
    static final KeySet KEYS = KeySet.of(
            "an exhibit",
            "title",
            "its title, in one language or {en, zh}",
            "notes",
            "notes under it, in one language or {en, zh}");

    /** The key of exhibits that read a sample. */
    static final KeySet SAMPLE =
            KeySet.of("an exhibit", SampleUses.KEY, "the sample that it reads; the main one by default");

    static ExhibitHead read(String id, Fields fields) {
        return new ExhibitHead(
                id,
                fields.optional("title", Values::bilingual).orElse(Text.of(id)),
                fields.optional("notes", Values::bilingual));
    }
}
