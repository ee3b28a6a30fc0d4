package org.canbao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLockTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Path readable;

    @BeforeEach
    void lock() throws IOException {
        Files.createDirectories(folder.resolve("store"));
        engine = DuckDbEngine.open(1, folder.resolve("spill/tmp"));
        engine.execute("COPY (SELECT 42 AS x) TO " + literal("store/in.parquet") + " (FORMAT parquet)");
        engine.execute("COPY (SELECT 43 AS x) TO " + literal("store/other.parquet") + " (FORMAT parquet)");
        readable = folder.resolve("store/in.parquet");
        EngineLock.lock(engine, List.of(readable), folder.resolve("spill"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String literal(String relative) {
        return SqlText.literal(folder.resolve(relative).toString());
    }

    @Test
    void readsWhatItMayAndWritesWhereItMay() throws IOException {
        String in = SqlText.literal(readable.toRealPath().toString());
        assertThat(engine.count("SELECT x FROM read_parquet(" + in + ")")).isEqualTo(42);
        engine.execute("COPY (SELECT 1 AS y) TO "
                + SqlText.literal(
                        folder.toRealPath().resolve("spill/out.parquet").toString())
                + " (FORMAT parquet)");
        assertThat(folder.resolve("spill/out.parquet")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM read_text('/etc/passwd')",
                "SELECT count(*) FROM read_csv('/etc/passwd')",
                "SELECT count(*) FROM '/etc/passwd'",
                "SELECT count(*) FROM read_blob('/etc/hostname')",
                "SELECT count(*) FROM glob('/etc/*')",
                "SELECT count(*) FROM read_parquet('FOLDER/store/other.parquet')",
                "SELECT count(*) FROM read_parquet('FOLDER/store/*.parquet')",
                "SELECT count(*) FROM read_parquet('FOLDER/spill/../store/other.parquet')",
                "SELECT count(*) FROM sniff_csv('/etc/passwd')",
                "COPY (SELECT 1) TO 'FOLDER/escaped.csv'",
                "COPY (SELECT 1) TO 'FOLDER/spill/../escaped.csv'",
                "ATTACH 'FOLDER/x.db'",
                "EXPORT DATABASE 'FOLDER/db'",
                "INSTALL spatial",
                "LOAD 'FOLDER/x.duckdb_extension'",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET allowed_directories = ['/']",
                "RESET enable_external_access",
                "PRAGMA enable_external_access = true",
            })
    void refusesEverythingElse(String statement) {
        assertThatThrownBy(() -> engine.execute(statement.replace("FOLDER", folder.toString())))
                .isInstanceOf(CanbaoException.class);
        assertThat(folder.resolve("escaped.csv")).doesNotExist();
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("store/link.parquet"), outside);
        assertThatThrownBy(() -> EngineLock.inside(folder.resolve("store"), link))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("leads out of");
        assertThatThrownBy(() -> EngineLock.inside(folder.resolve("store"), folder.resolve("store/../outside.txt")))
                .isInstanceOf(CanbaoException.class);
        assertThat(EngineLock.inside(folder.resolve("store"), readable)).isEqualTo(readable.toRealPath());
    }

    @Test
    void saysWhatIsNotThere() {
        try (DuckDbEngine fresh = DuckDbEngine.open(1, folder)) {
            assertThatThrownBy(() -> EngineLock.lock(fresh, List.of(folder.resolve("none.parquet")), folder))
                    .isInstanceOf(CanbaoException.class)
                    .hasMessageContaining("none.parquet");
        }
    }
}
