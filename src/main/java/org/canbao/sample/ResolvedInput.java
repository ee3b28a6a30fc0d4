package org.canbao.sample;

import java.nio.file.Path;
import java.util.List;
import org.canbao.data.Codebook;

/**
 * An input of a study with the files that hold it.
 *
 * @param name its name in the study
 * @param waves its waves, in order
 * @param codebook what is known of its variables, of all waves together
 */
public record ResolvedInput(String name, List<Wave> waves, Codebook codebook) {
    public ResolvedInput {
        waves = List.copyOf(waves);
    }

    /** An input without waves. */
    public static ResolvedInput of(String name, List<Path> parquet, Codebook codebook) {
        return new ResolvedInput(name, List.of(new Wave("", parquet)), codebook);
    }

    /** All files. */
    public List<Path> files() {
        return waves.stream().flatMap(w -> w.parquet().stream()).toList();
    }

    /**
     * One wave.
     *
     * @param name its name, which becomes the column {@code wave} if the files have none; empty for no such column
     * @param parquet its files, in order
     */
    public record Wave(String name, List<Path> parquet) {
        public Wave {
            parquet = List.copyOf(parquet);
        }
    }
}
