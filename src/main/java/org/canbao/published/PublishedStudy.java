package org.canbao.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.files.Unreadable;

/**
 * All printed numbers of a study.
 *
 * @param name the study
 * @param folder where its tables lie
 * @param tables its tables, by name
 */
public record PublishedStudy(String name, Path folder, List<PublishedTable> tables) {
    public PublishedStudy {
        tables = List.copyOf(tables);
    }

    /**
     * Reads all CSV files of a folder.
     *
     * @throws org.canbao.diag.CanbaoException if the folder or a file cannot be read
     */
    public static PublishedStudy read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<PublishedTable> tables = files.filter(f -> f.toString().endsWith(PublishedTable.SUFFIX))
                    .sorted()
                    .map(PublishedTable::read)
                    .toList();
            return new PublishedStudy(folder.getFileName().toString(), folder, tables);
        } catch (IOException e) {
            throw Unreadable.finding(folder, e);
        }
    }

    /** All rows, table by table. */
    public List<PublishedRow> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }
}
