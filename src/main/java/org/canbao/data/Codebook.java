package org.canbao.data;

import java.util.List;
import java.util.Optional;

/**
 * What the store knows of one wave of one data set; kept beside the Parquet files as {@code codebook.json}.
 *
 * @param dataset the name under which it was ingested
 * @param wave the wave, for example a year; empty if there is only one
 * @param simulated whether the extract was simulated; everything made from it says so
 * @param rows rows in the store
 * @param rejected cells that did not fit their column and became rejects
 * @param sources the files it came from
 * @param variables the variables, in the order of the file
 * @param schema the data schema that harmonised it, if one did
 */
public record Codebook(
        String dataset,
        String wave,
        boolean simulated,
        long rows,
        long rejected,
        List<Source> sources,
        List<Variable> variables,
        Optional<SchemaUse> schema) {

    public Codebook {
        sources = List.copyOf(sources);
        variables = List.copyOf(variables);
    }

    /** A codebook of files that no schema harmonised. */
    public Codebook(
            String dataset,
            String wave,
            boolean simulated,
            long rows,
            long rejected,
            List<Source> sources,
            List<Variable> variables) {
        this(dataset, wave, simulated, rows, rejected, sources, variables, Optional.empty());
    }

    /** The variable of that name. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /**
     * A file that was ingested.
     *
     * @param file its name without folders (a path may tell who the user is)
     * @param format for example {@code Stata 114} or {@code CSV}
     * @param encoding the text encoding used to read it
     * @param bytes its size
     * @param sha256 its hash, in hexadecimal
     */
    public record Source(String file, String format, String encoding, long bytes, String sha256) {}

    /**
     * A data schema that was used.
     *
     * @param schema its id
     * @param absent its variables that no file has
     * @param suppressBelow the least count of persons that exhibits made from the data may show; 0 if all
     * @param rules what its rules found, in their order
     */
    public record SchemaUse(String schema, List<String> absent, int suppressBelow, List<RuleCount> rules) {
        public SchemaUse {
            absent = List.copyOf(absent);
            rules = List.copyOf(rules);
        }

        /** The same with what rules found. */
        public SchemaUse with(List<RuleCount> found) {
            return new SchemaUse(schema, absent, suppressBelow, found);
        }

        /** The use of a schema whose files are not about persons. */
        public SchemaUse(String schema, List<String> absent) {
            this(schema, absent, 0, List.of());
        }
    }

    /**
     * What a rule of a schema found.
     *
     * @param id its id
     * @param then what was done with the rows: {@code drop}, {@code flag}, {@code report}
     * @param label what is wrong with them
     * @param rows how many they are
     * @param notJudged rows that it looked at and of which it cannot tell, because a value is missing
     */
    public record RuleCount(String id, String then, Bilingual label, long rows, long notJudged) {}

    /** The least count of persons that exhibits made from the data may show; 0 if all. */
    public int suppressBelow() {
        return schema.map(SchemaUse::suppressBelow).orElse(0);
    }
}
