package org.canbao.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.diag.Place;
import org.canbao.files.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a value that was asked for: equal for equal content. It reads records, lists, maps, optionals,
 * enums, texts and numbers, and leaves out every {@link Place}: moving a spec to another line changes nothing.
 */
final class Fingerprint {
    private final StringBuilder canonical = new StringBuilder();

    /** The hash of these values together. */
    static String of(@Nullable Object... values) {
        Fingerprint fingerprint = new Fingerprint();
        for (Object value : values) {
            fingerprint.append(value);
        }
        return Sha256.of(fingerprint.canonical.toString());
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            canonical.append("~;");
        } else if (value instanceof Record record) {
            appendRecord(record);
        } else if (value instanceof Map<?, ?> map) {
            canonical.append('{');
            map.forEach((key, inner) -> {
                append(key);
                append(inner);
            });
            canonical.append('}');
        } else if (value instanceof Collection<?> items) {
            canonical.append('[');
            items.forEach(this::append);
            canonical.append(']');
        } else if (value instanceof Optional<?> optional) {
            append(optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            append(optional.isPresent() ? (Object) optional.getAsInt() : null);
        } else if (value instanceof OptionalDouble optional) {
            append(optional.isPresent() ? (Object) optional.getAsDouble() : null);
        } else {
            appendScalar(value);
        }
    }

    private void appendRecord(Record record) {
        canonical.append(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() != Place.class) {
                append(read(record, component));
            }
        }
        canonical.append(')');
    }

    private void appendScalar(Object value) {
        boolean known = value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>;
        if (!known) {
            throw new IllegalArgumentException("no canonical text for " + value.getClass());
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        canonical.append(text.length()).append(':').append(text).append(';');
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
        }
    }
}
