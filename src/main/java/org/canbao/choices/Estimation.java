package org.canbao.choices;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.canbao.estimate.EstimationOptions;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SampleEdit;

/** How specifications become numbers: first tasks, of which some turn out to be the same, then their outcomes. */
sealed interface Estimation<T extends Task> extends AutoCloseable permits RowEstimation, CellEstimation {
    /** The task of a spec under some edits of the sample. */
    T task(ModelSpec model, List<SampleEdit> edits);

    /**
     * The outcomes, by key of the task.
     *
     * @param tasks all tasks, none twice
     * @param file where samples are kept meanwhile
     */
    Map<String, Outcome> estimate(List<T> tasks, Path file, EstimationOptions options);

    /** Closes what planning keeps open. */
    @Override
    default void close() {}
}
