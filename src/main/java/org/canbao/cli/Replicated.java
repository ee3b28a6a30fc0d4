package org.canbao.cli;

import java.util.List;
import org.canbao.run.StudySummary;

/** What became of one study of a replication. */
sealed interface Replicated {
    /** The study. */
    String study();

    /**
     * It was run, or was up to date.
     *
     * @param summary what it came to
     * @param seconds how long that took
     * @param made whether anything had to be made
     */
    record Done(StudySummary summary, double seconds, boolean made) implements Replicated {
        @Override
        public String study() {
            return summary.study();
        }
    }

    /**
     * It failed; the messages say how.
     *
     * @param error the first of them, in one line
     * @param status the exit status that it means
     */
    record Failed(String study, String error, int status) implements Replicated {}

    /** There are no data for it. */
    record Skipped(String study, List<String> missing) implements Replicated {
        public Skipped {
            missing = List.copyOf(missing);
        }
    }
}
