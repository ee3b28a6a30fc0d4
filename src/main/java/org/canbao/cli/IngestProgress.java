package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.canbao.diag.Diagnostic;
import org.canbao.ingest.Progress;

/** Draws how far an ingestion is, and keeps what the user should know for its end. */
final class IngestProgress implements Progress {
    private final ProgressLine line;
    private final List<Diagnostic> findings = new ArrayList<>();

    IngestProgress(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void rows(Path file, long rows, OptionalLong total) {
        line.show(file.getFileName() + ": " + rows + " rows", rows, total.orElse(0));
    }

    @Override
    public void finding(Diagnostic finding) {
        findings.add(finding);
    }

    /** What the user should know, in the order found. */
    List<Diagnostic> findings() {
        return findings;
    }
}
