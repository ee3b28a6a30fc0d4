package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Place;

/** A node of a YAML file that knows where it stands. */
sealed interface Located {
    /** Where it begins. */
    Place place();

    /** What it is, for messages: {@code the text `city`}, {@code a list}. */
    String kind();

    /** A scalar; {@code plain} if it was written without quotes and may thus be a number, a boolean or null. */
    record Scalar(String value, boolean plain, ScalarText source) implements Located {
        @Override
        public Place place() {
            return source.whole();
        }

        @Override
        public String kind() {
            if (isNull() || isEmpty()) {
                return "nothing";
            }
            return value.isBlank() ? "an empty text" : "`" + value + "`";
        }

        /** Whether it was left empty. */
        boolean isEmpty() {
            return plain && value.isEmpty();
        }

        /** Whether it is YAML's null, written out. */
        boolean isNull() {
            return plain && (value.equals("null") || value.equals("~"));
        }
    }

    /** A list. */
    record Sequence(List<Located> items, Place place) implements Located {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping; keys are unique, in the order of the file. */
    record Mapping(List<Entry> entries, Place place) implements Located {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The value of a key. */
        Optional<Located> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Located value) {
        String name() {
            return key.value();
        }
    }
}
