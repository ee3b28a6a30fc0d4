package org.canbao.run;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.files.TemporaryFolder;

/** Computes a study again, elsewhere, and compares every output byte by byte. */
public final class Rerun {
    private Rerun() {}

    /**
     * Compares a study's folder with a fresh run of the same study.
     *
     * @param folder the folder of the study
     * @param requests the request for a study of that name; its output folder is not used
     */
    public static Verification verify(Path folder, Function<String, RunRequest> requests) {
        Manifest manifest = ManifestFile.read(folder);
        RunRequest asked = requests.apply(manifest.study());
        Path store = manifest.simulated() ? Replication.storeOfSimulated(folder, asked.store()) : asked.store();
        try (TemporaryFolder temporary = TemporaryFolder.create("canbao-rerun")) {
            RunRequest request = new RunRequest(
                    asked.study(),
                    temporary.path(),
                    store,
                    asked.files(),
                    Set.of(),
                    manifest.lang(),
                    asked.threads(),
                    true);
            RunOutcome outcome = StudyRun.run(request.with(curves(manifest)), RunListener.SILENT);
            return Verification.against(folder, outcome.manifest().outputs());
        }
    }

    /** The specification curves that the folder has. */
    private static Set<String> curves(Manifest manifest) {
        return manifest.exhibits().keySet().stream()
                .flatMap(key -> CurveFiles.curveOf(key).stream())
                .collect(Collectors.toSet());
    }
}
