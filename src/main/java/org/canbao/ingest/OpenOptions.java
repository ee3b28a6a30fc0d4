package org.canbao.ingest;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;

/**
 * What the user knows better than the file.
 *
 * @param encoding the encoding of its text
 * @param delimiter what separates the fields of a text file
 * @param missing what stands for a missing value in text files, besides what always does
 * @param types types of variables of text files
 */
public record OpenOptions(
        Optional<Charset> encoding, Optional<Character> delimiter, List<String> missing, Map<String, ValueType> types) {
    /** Nothing. */
    public static final OpenOptions DEFAULT = new OpenOptions(Optional.empty(), Optional.empty(), List.of(), Map.of());

    public OpenOptions {
        missing = List.copyOf(missing);
        types = Map.copyOf(types);
    }

    /** The encoding is known, nothing else. */
    public static OpenOptions ofEncoding(Charset encoding) {
        return new OpenOptions(Optional.of(encoding), Optional.empty(), List.of(), Map.of());
    }

    /** The types of some variables are known, nothing else. */
    public static OpenOptions ofTypes(Map<String, ValueType> types) {
        return new OpenOptions(Optional.empty(), Optional.empty(), List.of(), types);
    }
}
