package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code manifest.json}. */
public final class ManifestFile {
    /** Its name in a study's folder. */
    public static final String NAME = "manifest.json";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ManifestFile() {}

    /** The manifest as JSON, with a line break at its end. */
    public static String text(Manifest manifest) {
        return JSON.writeValueAsString(manifest) + "\n";
    }

    /** Writes the manifest of a study's folder. */
    static void write(Path folder, Manifest manifest) {
        AtomicFile.write(folder.resolve(NAME), text(manifest));
    }

    /** The manifest of a study's folder, if there is one that can be read; a broken one counts as none. */
    public static Optional<Manifest> readIfWhole(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Manifest.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The manifest of a study's folder.
     *
     * @throws org.canbao.diag.CanbaoException if there is none, or it is broken
     */
    public static Manifest read(Path folder) {
        return readIfWhole(folder)
                .orElseThrow(() -> Diagnostic.error(
                                RunCode.NO_MANIFEST, "`" + folder + "` has no " + NAME + " that can be read")
                        .at(Place.of(folder.resolve(NAME).toString()))
                        .hint("give the folder of a study that has been run, for example `canbao verify out/my-study`")
                        .toException());
    }
}
