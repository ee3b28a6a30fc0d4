package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.schema.DataSchema;
import org.canbao.simulate.enrolment.EnrolmentExtract;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is found in a store that was made from extracts of an insurance platform. */
class IdentifiersTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int NUMBER = 0;
    private static final int NAME = 1;
    private static final int DOCUMENT = 3;
    private static final int TELEPHONE = 11;

    @TempDir
    Path folder;

    private Path raw;
    private Path store;

    @BeforeEach
    void simulate() throws IOException {
        raw = Files.createDirectories(folder.resolve("raw"));
        store = folder.resolve("store");
        new EnrolmentExtract(1, 0.002, 0.1).write(raw, 1);
    }

    @Test
    void numbersNamesDocumentsAndTelephonesAreNotInTheStore() throws IOException {
        ingest("insured-persons", "psn-info-b", "psn_info_b_1.csv");
        ingest("enrolments", "psn-insu-d", "psn_insu_d_1.csv");
        ingest("settlements", "setl-d", "setl_d_1.csv");

        String stored = everythingIn(store);
        List<String[]> persons = persons();
        assertThat(persons).hasSizeGreaterThan(20);
        for (String[] person : persons) {
            assertThat(stored.contains(person[NUMBER])).isFalse();
            assertThat(stored.contains(person[DOCUMENT])).isFalse();
            assertThat(person[TELEPHONE].isEmpty() || !stored.contains(person[TELEPHONE]))
                    .isTrue();
            assertThat(person[NAME].length() < 3 || !stored.contains(person[NAME]))
                    .isTrue();
        }
    }

    @Test
    void theSamePersonHasTheSameHashInAllFilesAndAnotherWithAnotherKey() throws IOException {
        ingest("insured-persons", "psn-info-b", "psn_info_b_1.csv");
        ingest("enrolments", "psn-insu-d", "psn_insu_d_1.csv");
        Path other = folder.resolve("other");
        Path key = Files.writeString(folder.resolve("key"), "sixteen bytes or more\n");
        new Ingestor()
                .ingest(
                        request("insured-persons", "psn-info-b", "psn_info_b_1.csv", other)
                                .withHashKey(key),
                        Progress.NONE);

        Set<String> persons = hashes(store, "insured-persons");
        assertThat(persons).hasSize(persons().size()).allMatch(hash -> hash.matches("[0-9a-f]{32}"));
        assertThat(persons).containsAll(hashes(store, "enrolments"));
        assertThat(hashes(other, "insured-persons")).hasSameSizeAs(persons).doesNotContainAnyElementsOf(persons);
        assertThat(other.resolve(".key")).doesNotExist();
    }

    @Test
    void theKeyOfTheStoreIsReadableByItsOwnerAlone() throws IOException {
        ingest("enrolments", "psn-insu-d", "psn_insu_d_1.csv");
        Path key = store.resolve(".key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        String before = Files.readString(key);
        ingest("enrolments", "psn-insu-d", "psn_insu_d_1.csv");
        assertThat(key).hasContent(before.strip());
    }

    @Test
    void aShortKeyOrOneWithoutUseIsAnError() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "short");
        assertThatThrownBy(() -> new Ingestor()
                        .ingest(
                                request("enrolments", "psn-insu-d", "psn_insu_d_1.csv", store)
                                        .withHashKey(key),
                                Progress.NONE))
                .hasMessageContaining("5 bytes");
        IngestRequest plain = IngestRequest.of("children", List.of(raw.resolve("children.csv")), "", store, 1);
        assertThatThrownBy(() -> new Ingestor().ingest(plain.withHashKey(key), Progress.NONE))
                .hasMessageContaining("no use for a key");
    }

    @Test
    void inspectionTellsNoNumbersOfPersons() {
        Inspection inspection = Inspection.of(raw.resolve("psn_insu_d_1.csv"), OpenOptions.DEFAULT);
        String json = InspectionJson.text(inspection);
        assertThat(persons()).noneMatch(person -> json.contains(person[NUMBER]));
    }

    private void ingest(String dataset, String schema, String file) {
        new Ingestor().ingest(request(dataset, schema, file, store), Progress.NONE);
    }

    private IngestRequest request(String dataset, String schema, String file, Path to) {
        return IngestRequest.of(dataset, List.of(raw.resolve(file)), "", to, 1).withSchema(schema(schema));
    }

    private static DataSchema schema(String name) {
        return SchemaReader.read(Path.of("data-schemas", name + ".yaml"));
    }

    /** The lines of the person master; none of its fields is quoted. */
    private List<String[]> persons() {
        try {
            return Files.readAllLines(raw.resolve("psn_info_b_1.csv"), GB18030).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> hashes(Path store, String dataset) throws IOException {
        return new HashSet<>(rows(store.resolve(dataset), "person"));
    }

    /** All files of the store; Parquet is compressed, so its rows are read. */
    private String everythingIn(Path store) throws IOException {
        StringBuilder all = new StringBuilder(String.join("\n", rows(store, "CAST(t AS VARCHAR)")));
        for (Path file : files(store)) {
            if (!file.toString().endsWith(".parquet")) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private List<String> rows(Path where, String column) throws IOException {
        List<String> rows = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (Path file : files(where)) {
                if (file.toString().endsWith(".parquet")) {
                    String table = "read_parquet(" + SqlText.literal(file.toString()) + ") t";
                    engine.query("SELECT " + column + " FROM " + table, chunk -> {
                        String[] texts = new String[chunk.rows()];
                        chunk.strings(0, texts, 0);
                        rows.addAll(List.of(texts));
                    });
                }
            }
        }
        return rows;
    }

    private static List<Path> files(Path where) throws IOException {
        try (var found = Files.walk(where)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
