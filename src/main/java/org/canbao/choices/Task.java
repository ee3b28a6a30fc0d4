package org.canbao.choices;

import java.util.Map;
import java.util.TreeMap;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;

/** One estimation of an edited study. Two edited studies with equal keys have the same numbers. */
sealed interface Task {
    /** Tells it from others. */
    String key();

    /** The spec, over the columns of the study. */
    ModelSpec model();

    /**
     * An estimation over the wide sample, which has all versions of all columns.
     *
     * @param columns the names in the wide sample of the columns that it reads
     * @param rows the column of the wide sample that tells its rows
     */
    record OfRows(String key, ModelSpec model, Map<String, String> columns, String rows) implements Task {
        public OfRows {
            columns = new TreeMap<>(columns);
        }

        static OfRows of(String modelKey, ModelSpec model, Map<String, String> columns, String rows) {
            Map<String, String> sorted = new TreeMap<>(columns);
            return new OfRows(modelKey + rows + sorted, model, sorted, rows);
        }
    }

    /**
     * An estimation over cells.
     *
     * @param sample tells the edited sample from others
     * @param study the study with the edited sample
     */
    record OfCells(String key, ModelSpec model, String sample, StudySpec study) implements Task {}
}
