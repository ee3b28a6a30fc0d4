package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.Unreadable;

/** The files that a user names: a folder stands for the raw files in it, and a pattern for those that it fits. */
public final class RawParts {
    private RawParts() {}

    /**
     * All files, in the order in which they were named; those of a folder or pattern by name.
     *
     * @throws org.canbao.diag.CanbaoException CB0250 if a folder has no raw file
     */
    public static List<Path> of(List<Path> named) {
        return named.stream().flatMap(RawParts::files).toList();
    }

    private static Stream<Path> files(Path named) {
        if (Files.isDirectory(named)) {
            List<Path> files = in(named, RawParts::isRaw);
            if (files.isEmpty()) {
                throw Diagnostic.error(StoreCode.FILE_NOT_FOUND, "there is no raw file in `" + named + "`")
                        .at(Place.of(named.toString()))
                        .hint("expected files that end in ." + String.join(", .", RawFormat.EXTENSIONS))
                        .toException();
            }
            return files.stream();
        }
        Path name = named.getFileName();
        Path folder = named.toAbsolutePath().getParent();
        boolean pattern = name != null && name.toString().matches(".*[*?].*") && !Files.exists(named);
        if (!pattern || folder == null || !Files.isDirectory(folder)) {
            return Stream.of(named);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        List<Path> files = in(folder, file -> !isHidden(file) && matcher.matches(file.getFileName()));
        return files.isEmpty() ? Stream.of(named) : files.stream();
    }

    private static List<Path> in(Path folder, Predicate<Path> which) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(which).sorted().toList();
        } catch (IOException e) {
            throw Unreadable.finding(folder, e);
        }
    }

    /** What systems leave beside files has names such as {@code ._part1.csv}. */
    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isRaw(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return !isHidden(file) && RawFormat.EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    }
}
