package org.canbao.ingest;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.canbao.diag.Diagnostic;

/** Hears how far a long reading has come; called once per batch, by one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (file, rows, total) -> {};

    /**
     * So many rows are done.
     *
     * @param file the file being read
     * @param rows rows read of it so far, not always its first
     * @param total how many it has, if it says
     */
    void rows(Path file, long rows, OptionalLong total);

    /** Something that does not stop the work, and that the user should know. */
    default void finding(Diagnostic finding) {}
}
