package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.data.Codebook;
import org.canbao.engine.DuckDbEngine;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolment spells arrive as CSV or Parquet, in UTF-8 or GB18030, in many parts, and under older names. */
class ExtractFormatsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final DataSchema SCHEMA = SchemaReader.read(Path.of("data-schemas/psn-insu-d.yaml"));

    private static final String HEADER =
            "psn_no,emp_name,insutype,crt_insu_date,paus_insu_date,psn_insu_stas,psn_type,insu_admdvs,vali_flag\n";
    private static final String FIRST = """
            9900000000000001,模拟单位,390,2018-01-01,,1,1403,990101,1
            9900000000000002,模拟单位,390,2018-02-01,2018-12-31,2,1402,990102,1
            """;
    private static final String SECOND = """
            9900000000000001,模拟单位,390,2018-03-01,,1,1403,990101,1
            9900000000000003,模拟单位,310,2018-01-01,,1,1101,990103,0
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "parquet", "parquet of texts"})
    void theStoreIsTheSame(String form) throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        for (int part = 1; part <= 2; part++) {
            String text = HEADER + (part == 1 ? FIRST : SECOND);
            Path csv = write(
                    raw.resolve("part" + part + ".csv"),
                    text,
                    form.equals("GB18030") ? GB18030 : StandardCharsets.UTF_8);
            if (form.startsWith("parquet")) {
                toParquet(csv, form.endsWith("texts"));
            }
        }
        Codebook codebook = ingest(List.of(raw));

        assertThat(codebook.sources()).hasSize(2);
        assertThat(codebook.sources().get(0).encoding()).isEqualTo(form.equals("GB18030") ? "GB18030" : "UTF-8");
        assertThat(codebook.schema().orElseThrow().rules())
                .extracting(rule -> rule.id() + " " + rule.rows())
                .containsExactly("record_invalid 1", "ends_before_beginning 0", "enrolled_twice 1");
        assertThat(stored())
                .containsExactly(
                        "390 2018-01-01 null 1 990101 false",
                        "390 2018-02-01 2018-12-31 2 990102 false",
                        "390 2018-03-01 null 1 990101 true",
                        "310 2018-01-01 null 1 990103 false");
    }

    @Test
    void theColumnsOfPartsMayHaveAnotherOrderAndOlderNames() throws IOException {
        write(folder.resolve("a.csv"), HEADER + FIRST, StandardCharsets.UTF_8);
        write(
                folder.resolve("b.csv"),
                "vali_flag,psn_type,insuplc_admdvs,aae140,psn_insu_stas,paus_insu_date,crt_insu_date,AAC001\n"
                        + "1,1403,990101,390,1,,2018-03-01,9900000000000001\n",
                StandardCharsets.UTF_8);
        ingest(List.of(folder.resolve("?.csv")));

        assertThat(stored()).hasSize(3).contains("390 2018-03-01 null 1 990101 true");
    }

    @Test
    void aPartThatLacksAColumnIsNamed() throws IOException {
        write(folder.resolve("a.csv"), HEADER + FIRST, StandardCharsets.UTF_8);
        write(folder.resolve("b.csv"), (HEADER + SECOND).replace("insutype", "other"), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ingest(List.of(folder.resolve("a.csv"), folder.resolve("b.csv"))))
                .hasMessageContaining("`b.csv` has no variable named `insutype` or `aae140`");
        assertThat(folder.resolve("store/enrolments/all")).doesNotExist();
    }

    @Test
    void theSameFileTwiceIsRefused() throws IOException {
        Path file = write(folder.resolve("a.csv"), HEADER + FIRST, StandardCharsets.UTF_8);
        Path copy = Files.copy(file, folder.resolve("copy.csv"));

        assertThatThrownBy(() -> ingest(List.of(file, file))).hasMessageContaining("twice");
        assertThatThrownBy(() -> ingest(List.of(file, copy)))
                .hasMessageContaining("copy.csv` has the same content as `" + file);
        assertThat(ingest(List.of(file)).rows()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutRawFilesIsAnError() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("truth.yaml"), "a: 1");

        assertThatThrownBy(() -> RawParts.of(List.of(empty))).hasMessageContaining("no raw file in `" + empty);
    }

    private Codebook ingest(List<Path> named) {
        return new Ingestor()
                .ingest(
                        IngestRequest.of("enrolments", RawParts.of(named), "", folder.resolve("store"), 2)
                                .withSchema(SCHEMA),
                        Progress.NONE);
    }

    private static Path write(Path file, String text, Charset charset) throws IOException {
        return Files.write(file, text.getBytes(charset));
    }

    private void toParquet(Path csv, boolean texts) throws IOException {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.writeParquet(
                    "SELECT * FROM read_csv('" + csv + "', all_varchar = " + texts + ")",
                    Path.of(csv.toString().replace(".csv", ".parquet")));
        }
        Files.delete(csv);
    }

    private List<String> stored() {
        List<String> rows = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.query(
                    "SELECT concat_ws(' ', scheme, enrolled_from, coalesce(enrolled_to::VARCHAR, 'null'), status, place,"
                            + " enrolled_twice) FROM read_parquet('" + folder.resolve("store")
                            + "/enrolments/all/*.parquet')",
                    chunk -> {
                        String[] texts = new String[chunk.rows()];
                        chunk.strings(0, texts, 0);
                        rows.addAll(List.of(texts));
                    });
        }
        return rows;
    }
}
