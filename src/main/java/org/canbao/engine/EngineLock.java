package org.canbao.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/** Takes an engine's access to files away, but for those it needs. It cannot be given back to the same engine. */
public final class EngineLock {
    private static final String PROBE = "SELECT count(*) FROM glob('/*')";

    private EngineLock() {}

    /**
     * From now on the engine reads these files, reads and writes below one folder, and touches nothing else; its settings
     * are frozen. That this is so is tried out before this method returns.
     *
     * @param readable files; links are resolved
     * @param spill the folder for temporary files and results; created if it is not there
     * @throws CanbaoException if a file is not there or the engine can still look around
     */
    public static void lock(SqlEngine engine, List<Path> readable, Path spill) {
        List<String> paths = new ArrayList<>();
        for (Path file : readable) {
            paths.add(SqlText.literal(real(file).toString()));
        }
        String folder = SqlText.literal(folder(spill).toString());
        engine.execute("SET allowed_paths = " + paths.stream().collect(Collectors.joining(", ", "[", "]")));
        engine.execute("SET allowed_directories = [" + folder + "]");
        engine.execute("SET enable_external_access = false");
        engine.execute("SET lock_configuration = true");
        if (canLookAround(engine)) {
            throw Diagnostic.error(EngineCode.NOT_LOCKED, "the engine could still read other files and was not used")
                    .toException();
        }
    }

    /**
     * The real path of a file below a folder.
     *
     * @throws CanbaoException if it is not there, or if a link leads out of the folder
     */
    public static Path inside(Path folder, Path file) {
        Path real = real(file);
        if (!real.startsWith(real(folder))) {
            throw Diagnostic.error(EngineCode.OUTSIDE, "`" + file + "` leads out of `" + folder + "`")
                    .at(Place.of(file.toString()))
                    .hint("links inside a store must not point outside of it; copy the file instead")
                    .toException();
        }
        return real;
    }

    private static boolean canLookAround(SqlEngine engine) {
        try {
            engine.count(PROBE);
            return true;
        } catch (CanbaoException refused) {
            return false;
        }
    }

    private static Path folder(Path spill) {
        try {
            return Files.createDirectories(spill).toRealPath();
        } catch (IOException e) {
            throw notThere(spill, e);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw notThere(file, e);
        }
    }

    private static CanbaoException notThere(Path file, IOException e) {
        Diagnostic finding = Diagnostic.error(EngineCode.OUTSIDE, "cannot open `" + file + "`")
                .at(Place.of(file.toString()));
        return new CanbaoException(List.of(finding), e);
    }
}
