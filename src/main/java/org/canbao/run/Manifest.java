package org.canbao.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.canbao.spec.Lang;

/**
 * What a study was made from and what was made: {@code manifest.json}. It holds no clock, so that equal runs give equal
 * bytes; times are in {@code run.log}.
 *
 * @param study the study
 * @param simulated whether any input was simulated
 * @param lang the language of the exhibits
 * @param canbao the version of canbao
 * @param build the hash of canbao's jar
 * @param java the version of Java
 * @param engine the version of the engine
 * @param config the study file: its name and hash
 * @param published the files of the published numbers that the study names
 * @param inputs what was read, by name in the study
 * @param samples the fingerprint and the rows of each sample, by name
 * @param leftOut why tables, figures and specs of the study were not made, by what they are: {@code table table-5}
 * @param results the estimates, by spec
 * @param seeds the seeds, by spec
 * @param exhibits the fingerprints of tables and figures, by id
 * @param privacy which counts of persons are shown, and how many are not
 * @param outputs the hash of every file under the study's folder, by path
 */
public record Manifest(
        String study,
        boolean simulated,
        Lang lang,
        String canbao,
        String build,
        String java,
        String engine,
        FileHash config,
        List<FileHash> published,
        List<InputRecord> inputs,
        Map<String, SampleRecord> samples,
        Map<String, String> leftOut,
        Map<String, ResultRecord> results,
        Map<String, Long> seeds,
        Map<String, String> exhibits,
        PrivacyRecord privacy,
        Map<String, String> outputs) {

    private static final Pattern OUTPUT =
            Pattern.compile("((results|tables|figures|choices)/)?[A-Za-z0-9_][A-Za-z0-9._-]*");

    public Manifest {
        published = List.copyOf(published);
        inputs = List.copyOf(inputs);
        samples = Collections.unmodifiableMap(new TreeMap<>(samples));
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        results = Collections.unmodifiableMap(new TreeMap<>(results));
        seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
        privacy = privacy == null ? PrivacyRecord.NONE : privacy;
        exhibits = Collections.unmodifiableMap(new TreeMap<>(exhibits));
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        outputs.keySet().forEach(Manifest::requireInside);
    }

    /**
     * The same after outputs were written beside a run.
     *
     * @param written the hashes of these outputs, by path
     * @param step the step that made them before, which no longer counts as done
     */
    Manifest withOutputs(Map<String, String> written, String step) {
        Map<String, String> files = new TreeMap<>(outputs);
        files.putAll(written);
        Map<String, String> fingerprints = new TreeMap<>(exhibits);
        fingerprints.remove(step);
        return new Manifest(
                study,
                simulated,
                lang,
                canbao,
                build,
                java,
                engine,
                config,
                published,
                inputs,
                samples,
                leftOut,
                results,
                seeds,
                fingerprints,
                privacy,
                files);
    }

    /** A manifest may come from a stranger, and what it lists may be deleted: it can only speak of its own folder. */
    private static void requireInside(String name) {
        if (!OUTPUT.matcher(name).matches()) {
            throw new IllegalArgumentException("not a file of the study's folder: " + name);
        }
    }

    /**
     * Which counts of persons are shown.
     *
     * @param suppressBelow the least that is; 0 for all
     * @param reason why all are shown where a schema would not have it; empty otherwise
     * @param suppressed how many cells, points or lines are not shown, by what has them
     */
    public record PrivacyRecord(int suppressBelow, String reason, Map<String, Integer> suppressed) {
        /** Nothing was about persons. */
        static final PrivacyRecord NONE = new PrivacyRecord(0, "", Map.of());

        public PrivacyRecord {
            suppressed = Collections.unmodifiableMap(new TreeMap<>(suppressed));
        }
    }

    /** A file's name without folders, and its hash. */
    public record FileHash(String file, String sha256) {}

    /** An input: its data set and wave, rows, the raw files it came from, and the Parquet files that were read. */
    public record InputRecord(
            String name, String dataset, String wave, long rows, List<FileHash> sources, List<FileHash> parquet) {
        public InputRecord {
            sources = List.copyOf(sources);
            parquet = List.copyOf(parquet);
        }
    }

    /** The sample: what it depends on, and how many rows it has. */
    public record SampleRecord(String fingerprint, long rows) {}

    /** An estimate: what it depends on, and how many rows it used. */
    public record ResultRecord(String fingerprint, long rows) {}
}
