package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;

/** The store as it is on disk: {@code <root>/<dataset>/<wave>/} with Parquet files and a codebook. */
public final class Store {
    /** The file name of a wave's codebook. */
    static final String CODEBOOK = "codebook.json";

    private final Path root;

    /** The store in this folder, which need not exist. */
    public Store(Path root) {
        this.root = root;
    }

    /**
     * A data set.
     *
     * @param dataset its name
     * @param waves its waves, sorted; the wave without a name is {@code all}
     */
    public record Entry(String dataset, List<String> waves) {
        public Entry {
            waves = List.copyOf(waves);
        }
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** All data sets, sorted by name. */
    public List<Entry> datasets() {
        return folders(root).stream()
                .map(dataset -> new Entry(dataset, waveNames(dataset)))
                .filter(entry -> !entry.waves().isEmpty())
                .toList();
    }

    /** Whether nothing was ever ingested. */
    public boolean isEmpty() {
        return datasets().isEmpty();
    }

    /** All waves of a data set, sorted by name; none if there is no such data set. */
    public List<StoredWave> waves(String dataset) {
        return waveNames(dataset).stream().map(wave -> read(dataset, wave)).toList();
    }

    /**
     * One wave.
     *
     * @param wave its name; empty for the only one
     */
    public Optional<StoredWave> find(String dataset, String wave) {
        String folder = StoreNames.folderOf(wave);
        return waveNames(dataset).contains(folder) ? Optional.of(read(dataset, folder)) : Optional.empty();
    }

    /** The names of data sets nearest to one that is not there. */
    public List<String> nearest(String dataset) {
        return Nearest.to(dataset, datasets().stream().map(Entry::dataset).toList());
    }

    private List<String> waveNames(String dataset) {
        if (!StoreNames.isValid(dataset)) {
            return List.of();
        }
        Path folder = root.resolve(dataset);
        return folders(folder).stream()
                .filter(wave -> Files.isRegularFile(folder.resolve(wave).resolve(CODEBOOK)))
                .toList();
    }

    private StoredWave read(String dataset, String wave) {
        Path folder = root.resolve(dataset).resolve(wave);
        List<Path> parts = new ArrayList<>();
        for (int i = 0; Files.exists(StoredWave.part(folder, i)); i++) {
            parts.add(StoredWave.part(folder, i));
        }
        return new StoredWave(dataset, wave, folder, parts, CodebookJson.read(folder.resolve(CODEBOOK)));
    }

    private static List<String> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        } catch (IOException e) {
            throw unreadable(parent, e);
        }
        return names.stream().filter(StoreNames::isValid).sorted().toList();
    }

    private static CanbaoException unreadable(Path folder, IOException cause) {
        Diagnostic finding = Diagnostic.error(
                        StoreCode.STORE_NOT_READ, "cannot read the store `" + folder + "`: " + cause.getMessage())
                .at(Place.of(folder.toString()))
                .hint("check the permissions of the folder");
        return new CanbaoException(List.of(finding), cause);
    }
}
