package org.canbao.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.canbao.spec.Lang;

/**
 * What {@code canbao run} was asked.
 *
 * @param study the study file
 * @param out the folder under which the study's folder is written
 * @param store the store
 * @param files files that stand in for inputs, by the input's name in the study
 * @param only the tables and figures wanted; empty for all
 * @param lang the language of the exhibits
 * @param threads how many threads
 * @param choices the specification curves wanted; {@code all} for all of the study
 * @param force whether to redo what is up to date
 */
public record RunRequest(
        Path study,
        Path out,
        Path store,
        Map<String, Path> files,
        Set<String> only,
        Lang lang,
        int threads,
        Set<String> choices,
        boolean force) {
    public RunRequest {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        only = Collections.unmodifiableSet(new LinkedHashSet<>(only));
        choices = Collections.unmodifiableSet(new LinkedHashSet<>(choices));
    }

    /** Without specification curves. */
    public RunRequest(
            Path study,
            Path out,
            Path store,
            Map<String, Path> files,
            Set<String> only,
            Lang lang,
            int threads,
            boolean force) {
        this(study, out, store, files, only, lang, threads, Set.of(), force);
    }

    /** The same with these specification curves. */
    public RunRequest with(Set<String> curves) {
        return new RunRequest(study, out, store, files, only, lang, threads, curves, force);
    }
}
