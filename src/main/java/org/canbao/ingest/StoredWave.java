package org.canbao.ingest;

import java.nio.file.Path;
import java.util.List;
import org.canbao.data.Codebook;

/**
 * One wave of a data set in the store.
 *
 * @param dataset the data set
 * @param wave the name of its folder; {@code all} for the wave without a name
 * @param folder its folder
 * @param parts its Parquet files, in the order in which their rows belong together; all have the same columns
 * @param codebook what is known of it
 */
public record StoredWave(String dataset, String wave, Path folder, List<Path> parts, Codebook codebook) {
    public StoredWave {
        parts = List.copyOf(parts);
    }

    /** The path of a part. */
    static Path part(Path folder, int index) {
        return folder.resolve("part-" + index + ".parquet");
    }
}
