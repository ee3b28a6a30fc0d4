package org.canbao.ingest;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;

/**
 * What the user knows better than the file.
 *
 * @param encoding the encoding of its text
 * @param types types of variables of text files
 */
public record OpenOptions(Optional<Charset> encoding, Map<String, ValueType> types) {
    /** Nothing. */
    public static final OpenOptions DEFAULT = new OpenOptions(Optional.empty(), Map.of());

    public OpenOptions {
        types = Map.copyOf(types);
    }
}
