package org.canbao.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.schema.DataSchema;
import org.canbao.schema.Rule;

/**
 * What shall be ingested, and where.
 *
 * @param dataset the name of the data set
 * @param files its raw files, appended in this order
 * @param wave the wave; empty if there is only one
 * @param store the root of the store
 * @param options what the user knows better than the files
 * @param maxRejects how many cells may fail to fit their column
 * @param threads how many threads
 * @param schema the schema that harmonises the files; empty if they stay as they are
 * @param members whether the rows are the persons of the schema's roster instead of the respondents
 * @param hashKey the file with the key of the hashes of identifiers; that of the store if empty
 */
public record IngestRequest(
        String dataset,
        List<Path> files,
        String wave,
        Path store,
        OpenOptions options,
        long maxRejects,
        int threads,
        Optional<DataSchema> schema,
        boolean members,
        Optional<Path> hashKey) {
    public IngestRequest {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no files");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** A request that leaves the files as they are. */
    public IngestRequest(
            String dataset,
            List<Path> files,
            String wave,
            Path store,
            OpenOptions options,
            long maxRejects,
            int threads) {
        this(dataset, files, wave, store, options, maxRejects, threads, Optional.empty(), false, Optional.empty());
    }

    /** The same request with a schema that harmonises the files. */
    public IngestRequest withSchema(DataSchema harmonising) {
        return new IngestRequest(
                dataset, files, wave, store, options, maxRejects, threads, Optional.of(harmonising), members, hashKey);
    }

    /** The same request with another key than that of the store. */
    public IngestRequest withHashKey(Path file) {
        return new IngestRequest(
                dataset, files, wave, store, options, maxRejects, threads, schema, members, Optional.of(file));
    }

    /** The request for the persons of the roster of the same files, as another data set. */
    public IngestRequest ofMembers(String name) {
        return new IngestRequest(name, files, wave, store, options, maxRejects, threads, schema, true, hashKey);
    }

    /** The rules that judge the rows: those of the schema, which are about respondents and not about their members. */
    List<Rule> rules() {
        return members ? List.of() : schema.map(DataSchema::rules).orElse(List.of());
    }

    /** A request with the defaults: everything is found out from the files, no rejects are allowed. */
    public static IngestRequest of(String dataset, List<Path> files, String wave, Path store, int threads) {
        return new IngestRequest(dataset, files, wave, store, OpenOptions.DEFAULT, 0, threads);
    }
}
