package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.canbao.data.Codebook;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.schema.DataSchema;
import org.canbao.simulate.dta.DtaWriter;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pitfalls of real waves: a small file for each, with the names that published work shows. */
class CmdsSchemasTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, String> SEVEN = codes("未上过学", "小学", "初中", "高中/中专", "大学专科", "大学本科", "研究生");
    private static final Map<String, String> EIGHT = codes("未上过学", "小学", "初中", "高中", "中专", "大学专科", "大学本科", "研究生");

    @TempDir
    Path folder;

    private final List<Diagnostic> heard = new ArrayList<>();

    private static Map<String, String> codes(String... labels) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            codes.put(String.valueOf(i + 1), labels[i]);
        }
        return codes;
    }

    /** A raw variable with its cells. */
    private record Raw(String name, String label, Map<String, String> codes, Object... cells) {
        Variable variable() {
            boolean text = cells[0] instanceof String;
            return new Variable(
                    name, text ? ValueType.STRING : ValueType.INT32, label, codes, Map.of(), text ? "%20s" : "");
        }
    }

    private static Raw raw(String name, String label, Object... cells) {
        return new Raw(name, label, Map.of(), cells);
    }

    /** What every wave must have, under the names of 2017. */
    private static List<Raw> wave2017() {
        return List.of(
                raw("C2", "城市名称", "黔西南布依族苗族自治州", "红河洲"),
                new Raw("q101b1", "性别", codes("男", "女"), 1, 2),
                raw("q101c1y", "出生年", 1980, 1990),
                new Raw("q101e1", "受教育程度", SEVEN, 4, 5),
                new Raw("q101f1", "户口性质", Map.of(), 3, 5),
                new Raw("q101h1", "婚姻状况", Map.of(), 1, 2),
                new Raw("q101l1", "本次流动范围", codes("跨省", "省内跨市", "市内跨县"), 2, 3),
                new Raw("q101n1", "本次流动原因", codes("务工/工作", "经商"), 1, 2),
                raw("q101j1a", "户籍地区县编码", "520102", "  "),
                raw("Q104", "过去一年，您家在本地平均每月总支出", 3000, 4000));
    }

    private Path dta(List<Raw> columns) {
        List<Variable> variables = columns.stream().map(Raw::variable).toList();
        int rows = columns.get(0).cells().length;
        Path file = folder.resolve("raw.dta");
        try (DtaWriter writer = DtaWriter.create(file, new DtaWriter.Layout(114, GB18030, "", variables), rows)) {
            ColumnBatch batch = new ColumnBatch(variables, rows);
            batch.rows(rows);
            for (int j = 0; j < variables.size(); j++) {
                for (int i = 0; i < rows; i++) {
                    Object cell = columns.get(j).cells()[i];
                    if (cell instanceof String text) {
                        batch.strings(j)[i] = text;
                    } else {
                        batch.longs(j)[i] = ((Number) cell).longValue();
                    }
                }
            }
            writer.write(batch);
        }
        return file;
    }

    private static DataSchema schema(String name, Path... overrides) {
        return SchemaReader.read(Path.of("data-schemas", name + ".yaml"), List.of(overrides));
    }

    private Codebook ingest(DataSchema schema, List<Raw> columns) {
        IngestRequest request = IngestRequest.of("cmds", List.of(dta(columns)), "w", folder.resolve("store"), 1)
                .withSchema(schema);
        return new Ingestor().ingest(request, new Progress() {
            @Override
            public void rows(Path file, long rows, OptionalLong total) {}

            @Override
            public void finding(Diagnostic finding) {
                heard.add(finding);
            }
        });
    }

    /** The cells of a harmonised variable. */
    private List<String> stored(String column) {
        List<String> cells = new ArrayList<>();
        StoredWave wave = new Store(folder.resolve("store")).find("cmds", "w").orElseThrow();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.query(
                    "SELECT coalesce(CAST(" + column + " AS VARCHAR), 'null') FROM read_parquet("
                            + SqlText.literal(wave.parts().get(0).toString()) + ")",
                    chunk -> {
                        String[] texts = new String[chunk.rows()];
                        chunk.strings(0, texts, 0);
                        cells.addAll(List.of(texts));
                    });
        }
        return cells;
    }

    private static List<Raw> with(List<Raw> columns, Raw... others) {
        Map<String, Raw> all = new LinkedHashMap<>();
        columns.forEach(c -> all.put(c.name(), c));
        for (Raw other : others) {
            all.put(other.name(), other);
        }
        return List.copyOf(all.values());
    }

    @Test
    void cutAndMisspeltNamesSixHukouCodesAndBlanks() {
        Codebook codebook = ingest(schema("cmds-2017"), wave2017());
        // 黔西南布依族苗族自治州 does not fit into 20 bytes
        assertThat(stored("city")).containsExactly("522300", "532500");
        assertThat(stored("hukou")).containsExactly("farm_to_resident", "resident");
        assertThat(stored("hukou_province")).first().isEqualTo("520102");
        assertThat(stored("education")).containsExactly("4", "5");
        assertThat(stored("flow_range")).containsExactly("cross_city", "cross_county");
        assertThat(stored("year")).containsExactly("2017", "2017");
        assertThat(codebook.schema().orElseThrow().absent()).contains("ncms", "weight", "spouses_here");
    }

    @Test
    void classFiveIsTechnicalSchoolWhereThereAreEightClasses() {
        List<Raw> wave = List.of(
                raw("city_name", "", "襄樊市", "恩施州"),
                raw("gender_1", "", 1, 2),
                raw("birt_y_1", "", 1980, 1990),
                raw("edu_status_1", "", 5, 6),
                raw("acc_nature_1", "", 1, 2),
                new Raw("mar_status_1", "", codes("未婚", "初婚"), 1, 2),
                raw("flo_rage_1", "", 2, 3),
                new Raw("v1", "被访者流动原因", codes("务工", "经商"), 1, 2),
                raw("cost_m", "", 3000, 4000));
        ingest(schema("cmds-2013"), wave);
        assertThat(stored("education")).as("numbers without labels").containsExactly("4", "5");
        assertThat(stored("flow_range"))
                .as("flo_rage, as the files spell it")
                .containsExactly("cross_city", "cross_county");
        assertThat(stored("city")).containsExactly("420600", "422800");
        ingest(schema("cmds-2013"), with(wave, new Raw("edu_status_1", "受教育程度", EIGHT, 5, 6)));
        assertThat(stored("education")).as("labels of eight classes").containsExactly("4", "5");
        ingest(schema("cmds-2013"), with(wave, new Raw("edu_status_1", "受教育程度", SEVEN, 5, 6)));
        assertThat(stored("education")).as("labels of seven").containsExactly("5", "6");
    }

    @Test
    void namesInAnotherCaseAreFoundAndItIsSaid() {
        Codebook codebook = ingest(
                schema("cmds-2017"),
                wave2017().stream()
                        .map(r -> new Raw(r.name().toUpperCase(Locale.ROOT), r.label(), r.codes(), r.cells()))
                        .toList());
        assertThat(codebook.variable("sex")
                        .orElseThrow()
                        .source()
                        .orElseThrow()
                        .bound()
                        .get(0)
                        .by())
                .isEqualTo("case");
    }

    @Test
    void datesAsYyyymm() {
        List<Raw> wave = List.of(
                raw("city_name", "", "北京市", "上海市"),
                raw("gender_1", "", 1, 2),
                raw("birt_date_1", "", 198007, 199012),
                raw("edu_status_1", "", 5, 8),
                raw("acc_nature_1", "", 1, 1),
                new Raw("mar_status_1", "", codes("未婚", "初婚"), 1, 2),
                raw("flo_rage_1", "", 4, 3),
                raw("flo_time_1", "", 2010, 2011),
                raw("cost_m", "", 3000, 4000));
        ingest(schema("cmds-2012"), wave);
        assertThat(stored("birth_year")).containsExactly("1980", "1990");
        assertThat(stored("birth_month")).containsExactly("7", "12");
        assertThat(stored("flow_range")).containsExactly("no_mover", "cross_county");
    }

    @Test
    void anotherNumberOfRowsThanPublishedIsAWarning() {
        ingest(schema("cmds-2017"), wave2017());
        assertThat(heard)
                .filteredOn(f -> f.code().id().equals("CB0286"))
                .extracting(Diagnostic::message)
                .containsExactly("2 rows were read; the published files of `cmds-2017` have 169,989");
        Map<String, Long> published = Map.of(
                "cmds-2013",
                198_795L,
                "cmds-2014",
                200_937L,
                "cmds-2015",
                206_000L,
                "cmds-2016",
                169_000L,
                "cmds-2017",
                169_989L,
                "cmds-2018",
                152_000L);
        published.forEach(
                (name, rows) -> assertThat(schema(name).expectedRows()).hasValue(rows));
    }

    @Test
    void insuranceIsFoundByItsLabelAndAnAmbiguousLabelIsRefused() throws IOException {
        Raw one = new Raw("Q401", "您目前是否参加新型农村合作医疗保险", codes("是", "否"), 1, 2);
        Raw two = new Raw("Q402", "您目前是否参加新农合（补充）", codes("是", "否"), 1, 2);
        ingest(schema("cmds-2017"), with(wave2017(), one));
        assertThat(stored("ncms")).containsExactly("yes", "no");
        assertThat(failure(schema("cmds-2017"), with(wave2017(), one, two)))
                .isEqualTo("CB0281 `raw.dta` has 2 variables that could be `ncms`");
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "variables: {ncms: {raw: Q401}}");
        ingest(schema("cmds-2017", mine), with(wave2017(), one, two));
        assertThat(stored("ncms")).containsExactly("yes", "no");
    }

    @Test
    void aRenamedVariableAndAChangedLabelSayWhatToDo() {
        List<Raw> renamed = wave2017().stream()
                .map(r -> r.name().equals("q101l1") ? new Raw("range", "范围？", r.codes(), r.cells()) : r)
                .toList();
        assertThat(failure(schema("cmds-2017"), renamed)).startsWith("CB0280 `raw.dta` has no variable named `q101l1`");
        assertThat(failure(schema("cmds-2017"), with(wave2017(), raw("q101l1", "上月收入", 2, 3))))
                .startsWith("CB0282 `q101l1` in `raw.dta` has the name of `flow_range` but another label");
    }

    private String failure(DataSchema schema, List<Raw> columns) {
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, () -> ingest(schema, columns));
        return thrown.diagnostics().get(0).code().id() + " "
                + thrown.diagnostics().get(0).message();
    }
}
