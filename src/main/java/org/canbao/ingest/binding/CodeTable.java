package org.canbao.ingest.binding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;

/** A {@link CodeMap} as its cells are looked up: numbers by binary search, texts by hash. */
final class CodeTable {
    /** The cell has no code. */
    static final int NONE = -1;

    private final ValueType type;
    private final long[] keys;
    private final int[] places;
    private final Map<String, Integer> texts = new HashMap<>();
    private final String[] raws;
    private final CodeMap.Line[] lines;

    CodeTable(CodeMap codes, ValueType type) {
        this.type = type;
        this.lines = codes.lines().values().toArray(CodeMap.Line[]::new);
        this.raws = codes.lines().keySet().toArray(String[]::new);
        TreeMap<Long, Integer> sorted = new TreeMap<>();
        for (int i = 0; i < raws.length; i++) {
            texts.put(CodeMap.comparable(raws[i]), i);
            OptionalLong key = RawValues.key(type, raws[i]);
            if (key.isPresent()) {
                sorted.put(key.getAsLong(), i);
            }
        }
        this.keys = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
        this.places = sorted.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The place of the cell's value among the codes, or {@link #NONE}. */
    int find(ColumnBatch raw, int column, int row) {
        if (type == ValueType.STRING) {
            return find(raw.strings(column)[row]);
        }
        long key = type.isIntegral() ? raw.longs(column)[row] : RawValues.bits(raw.doubles(column)[row]);
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? NONE : places[at];
    }

    private int find(String text) {
        Integer place = texts.get(text);
        if (place == null && !texts.isEmpty()) {
            place = texts.get(CodeMap.comparable(text));
        }
        return place == null ? NONE : place;
    }

    /** How many codes there are. */
    int size() {
        return lines.length;
    }

    /** The raw value at a place, as text. */
    String raw(int place) {
        return raws[place];
    }

    /** The harmonised value at a place; empty if it is missing. */
    Optional<String> target(int place) {
        return lines[place].target();
    }
}
