package org.canbao.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.data.Variable;

/**
 * An input of a study, found.
 *
 * @param name its name in the study
 * @param waves its waves, in order; at least one
 */
public record ResolvedInput(String name, List<Wave> waves) {
    public ResolvedInput {
        waves = List.copyOf(waves);
    }

    /** A wave: its Parquet files and what they are. */
    public record Wave(List<Path> parquet, Codebook codebook) {
        public Wave {
            parquet = List.copyOf(parquet);
        }
    }

    /** All its Parquet files. */
    public List<Path> parquet() {
        return waves.stream().flatMap(w -> w.parquet().stream()).toList();
    }

    /** The codebooks of its waves. */
    public List<Codebook> codebooks() {
        return waves.stream().map(Wave::codebook).toList();
    }

    /** A variable as the first wave that has it describes it. */
    public Optional<Variable> variable(String column) {
        return waves.stream()
                .flatMap(w -> w.codebook().variable(column).stream())
                .findFirst();
    }
}
