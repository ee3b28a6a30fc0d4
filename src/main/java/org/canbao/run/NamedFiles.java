package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** YAML files that are found by name in some folders, or by their path. */
final class NamedFiles {
    private static final String SUFFIX = ".yaml";

    private final List<Path> folders;

    /**
     * Files in these folders, the first of which has precedence.
     *
     * @param roots where the folders lie
     * @param names their paths below each root
     */
    NamedFiles(List<Path> roots, List<String> names) {
        this.folders = names.stream()
                .flatMap(name -> roots.stream().map(root -> root.resolve(name)))
                .distinct()
                .toList();
    }

    /** The file of that path, if it looks like one, or of that name. */
    Optional<Path> find(String name) {
        Path direct = Path.of(name);
        if (looksLikePath(name) && Files.isRegularFile(direct)) {
            return Optional.of(direct);
        }
        return name.contains("..")
                ? Optional.empty()
                : folders.stream()
                        .map(folder -> folder.resolve(name + SUFFIX))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    /** All names, in the order of the folders and sorted in each. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(SUFFIX))
                            .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                            .sorted()
                            .filter(name -> !names.contains(name))
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    private static boolean looksLikePath(String name) {
        return name.contains("/") || name.contains("\\") || name.endsWith(SUFFIX) || name.endsWith(".yml");
    }
}
