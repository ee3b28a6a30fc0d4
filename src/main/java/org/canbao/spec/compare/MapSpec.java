package org.canbao.spec.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.canbao.spec.Text;

/**
 * Which printed numbers of a study are replicated by which of its results.
 *
 * @param exhibits the exhibits that are compared, by the printed table
 * @param notCompared why others are not, by the printed table
 */
public record MapSpec(Map<String, Exhibit> exhibits, Map<String, Text> notCompared) {
    public MapSpec {
        exhibits = Collections.unmodifiableMap(new LinkedHashMap<>(exhibits));
        notCompared = Collections.unmodifiableMap(new LinkedHashMap<>(notCompared));
    }

    /**
     * A printed exhibit.
     *
     * @param panels how its cells are found, by panel; the empty name is that of all panels that are not named
     */
    public record Exhibit(Map<String, Cells> panels) {
        public Exhibit {
            panels = Collections.unmodifiableMap(new LinkedHashMap<>(panels));
        }

        /** How the cells of a panel are found; empty if it is not mapped. */
        public Optional<Cells> of(String panel) {
            return Optional.ofNullable(panels.getOrDefault(panel, panels.get("")));
        }
    }

    /**
     * How printed cells are found.
     *
     * @param table the table of the study that has them; empty if they are in results of specs
     * @param columns for each printed column the spec, or the column of the table: its number or its header
     * @param rows for each printed row where it is; rows that are not named have the name of their coefficient or variable
     * @param statistics where numbers of some printed statistics are, by the statistic, if elsewhere than others
     * @param scale what the replicated number is multiplied by, 100 if shares are printed in percent
     */
    public record Cells(
            Optional<String> table,
            Map<String, String> columns,
            Map<String, Target> rows,
            Map<String, Pick> statistics,
            double scale) {
        public Cells {
            statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }
    }

    /**
     * Where the numbers of a printed statistic are.
     *
     * @param columns for each printed column the spec, or the column of the table; those of all statistics if not named
     * @param part which number of an estimate it is
     */
    public record Pick(Map<String, String> columns, Optional<Part> part) {
        public Pick {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /** A number of an estimate. */
    public enum Part {
        /** The estimate, with its standard error and stars. */
        ESTIMATE,
        /** Its standard error. */
        STD_ERROR,
        /** Its t or z. */
        STATISTIC,
        /** Its p-value. */
        P_VALUE,
        /** The lower end of its interval. */
        CONF_LOW,
        /** The upper end of its interval. */
        CONF_HIGH
    }

    /**
     * Where a printed row is.
     *
     * @param spec the spec; that of the column if empty
     * @param name the coefficient, or the row of a table; the printed row if empty
     * @param at where in the JSON of the result, for example {@code aggregate.simple}; empty for a coefficient
     * @param part which number of an estimate it is
     * @param none why it is nowhere
     */
    public record Target(
            Optional<String> spec,
            Optional<String> name,
            Optional<String> at,
            Optional<Part> part,
            Optional<Text> none) {
        /** A coefficient, or a row of a table. */
        public static Target named(String name) {
            return new Target(
                    Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
