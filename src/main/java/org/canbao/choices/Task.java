package org.canbao.choices;

import java.util.Map;
import java.util.TreeMap;
import org.canbao.spec.ModelSpec;

/**
 * One estimation of an edited study. Two edited studies with equal keys have the same numbers.
 *
 * @param key tells it from others
 * @param model the spec, over the columns of the study
 * @param columns the names in the wide sample of the columns that it reads
 * @param rows the column of the wide sample that tells its rows
 */
record Task(String key, ModelSpec model, Map<String, String> columns, String rows) {
    Task {
        columns = new TreeMap<>(columns);
    }

    static Task of(String modelKey, ModelSpec model, Map<String, String> columns, String rows) {
        Map<String, String> sorted = new TreeMap<>(columns);
        return new Task(modelKey + rows + sorted, model, sorted, rows);
    }
}
