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
        boolean force) {
    public RunRequest {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        only = Collections.unmodifiableSet(new LinkedHashSet<>(only));
    }
}
