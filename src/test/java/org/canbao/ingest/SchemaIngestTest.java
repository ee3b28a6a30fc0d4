package org.canbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.canbao.data.CellText;
import org.canbao.data.Codebook;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.ingest.binding.Binding;
import org.canbao.ingest.binding.BindingCode;
import org.canbao.ingest.binding.HarmonisingReader;
import org.canbao.ingest.binding.HashKey;
import org.canbao.schema.DataSchema;
import org.canbao.yaml.SchemaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that pass through a schema on their way into the store. */
class SchemaIngestTest {
    private static final String SCHEMA = """
            schema: survey
            dataset: survey
            title: Survey
            expected_rows: 3
            keep_others: %s
            variables:
              education: {raw: [edu, q101e1], codes: {1: none, 2: primary}, missing: {9: unknown}, confidence: verified}
              age: {raw: age, type: int16, unit: years, confidence: inferred}
              weight: {raw: w, optional: true, confidence: not-found}
            """;

    @TempDir
    Path folder;

    private final List<Diagnostic> heard = new ArrayList<>();

    private Codebook ingest(String dataset, boolean keepOthers, String... texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(folder.resolve(files.size() + ".csv"), text));
        }
        DataSchema schema = SchemaReader.read(SCHEMA.formatted(keepOthers), "survey.yaml");
        IngestRequest request = IngestRequest.of(dataset, files, "2017", folder.resolve("store"), 2);
        return new Ingestor().ingest(request.withSchema(schema), new Progress() {
            @Override
            public void rows(Path file, long rows, OptionalLong total) {}

            @Override
            public void finding(Diagnostic finding) {
                heard.add(finding);
            }
        });
    }

    private List<String> stored(String columns) {
        StoredWave wave =
                new Store(folder.resolve("store")).find("survey", "2017").orElseThrow();
        List<String> rows = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (Path part : wave.parts()) {
                engine.query(
                        "SELECT " + columns + " FROM read_parquet(" + SqlText.literal(part.toString()) + ")", chunk -> {
                            String[] texts = new String[chunk.rows()];
                            chunk.strings(0, texts, 0);
                            rows.addAll(List.of(texts));
                        });
            }
        }
        return rows;
    }

    @Test
    void theStoreHasHarmonisedNamesValuesAndCodes() throws IOException {
        Codebook codebook = ingest("survey", true, "age,edu,town\n31,1,x\n40,9,y\n,2,z\n");

        assertThat(stored("concat_ws(' ', education, coalesce(education__missing, '-'), coalesce(age, -1), town)"))
                .containsExactly("none - 31 x", "9 40 y", "primary - -1 z");
        assertThat(codebook.variables()).extracting(Variable::name).containsExactly("education", "age", "town");
        assertThat(codebook.schema()).contains(new Codebook.SchemaUse("survey", List.of("weight")));
        assertThat(codebook.variable("age").orElseThrow().source().orElseThrow().unit())
                .isEqualTo("years");
        assertThat(codebook.variable("town").orElseThrow().source()).isEmpty();
        assertThat(new Store(folder.resolve("store"))
                        .find("survey", "2017")
                        .orElseThrow()
                        .codebook())
                .isEqualTo(codebook);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFileWithOneVariableRenamedHasTheSameColumns() throws IOException {
        Codebook codebook = ingest("survey", false, "age,edu,a\n31,1,x\n", "Q101E1,AGE,b\n2,40,x\n9,41,y\n");

        assertThat(stored("concat_ws(' ', education, age)")).containsExactly("none 31", "primary 40", "41");
        assertThat(codebook.variable("education")
                        .orElseThrow()
                        .source()
                        .orElseThrow()
                        .bound())
                .containsExactly(new VariableSource.Bound("edu", "name"), new VariableSource.Bound("Q101E1", "case"));
        assertThat(codebook.variables()).extracting(Variable::name).containsExactly("education", "age");
    }

    @Test
    void aCodeThatTheSchemaDoesNotHaveStopsTheIngestion() {
        CanbaoException failure =
                catchThrowableOfType(CanbaoException.class, () -> ingest("survey", true, "age,edu\n31,1\n32,7\n"));

        assertThat(failure.diagnostics()).hasSize(1);
        assertThat(failure.diagnostics().get(0).code()).isEqualTo(StoreCode.TOO_MANY_REJECTS);
        assertThat(folder.resolve("store/survey/2017.rejects.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo(
                        "file,row,column,value,reason\n0.csv,2,education,7,no code of the schema is this value or its label"
                                + " in `edu`\n");
        assertThat(folder.resolve("store/survey/2017")).doesNotExist();
    }

    @Test
    void everythingThatTheFileLacksIsToldAtOnce() {
        CanbaoException failure =
                catchThrowableOfType(CanbaoException.class, () -> ingest("survey", true, "aged,educ\n31,1\n"));
        assertThat(failure.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(BindingCode.NOT_FOUND, BindingCode.NOT_FOUND);
    }

    @Test
    void anotherNumberOfRowsAndAnotherDataSetAreTold() throws IOException {
        ingest("other", true, "age,edu\n31,1\n");
        assertThat(heard)
                .extracting(Diagnostic::code)
                .containsExactly(BindingCode.OTHER_DATASET, BindingCode.OTHER_ROWS);
        assertThat(heard.get(1).message()).isEqualTo("1 rows were read; the published files of `survey` have 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSchemaThatChangesNothingChangesNothing(long seed) {
        List<Variable> named = SeededRows.ALL_TYPES.stream()
                .filter(v -> v.name().matches("[a-z]+"))
                .toList();
        SeededRows rows = new SeededRows(seed, named, 5_000, true);
        StringBuilder yaml = new StringBuilder("schema: s\ndataset: d\ntitle: T\nvariables:\n");
        for (Variable variable : named.subList(0, (int) (seed * 2))) {
            yaml.append("  ").append(variable.name()).append(": {raw: ").append(variable.name());
            yaml.append(", confidence: verified}\n");
        }
        Binding binding = Binding.of(SchemaReader.read(yaml.toString(), "s.yaml"), named, "f");
        RawReader plain = new SeededReader(rows).rejectingEvery(7);
        RawReader through =
                new HarmonisingReader(new SeededReader(rows).rejectingEvery(7), binding, 0, HashKey.passing());

        assertThat(through.description().variables().stream()
                        .map(v -> new Variable(
                                v.name(), v.type(), v.label(), v.valueLabels(), v.missingCodes(), v.format())))
                .isEqualTo(named);
        assertSameCells(plain, through, named);
    }

    private static void assertSameCells(RawReader plain, RawReader through, List<Variable> variables) {
        ColumnBatch one = new ColumnBatch(variables, 700);
        ColumnBatch other = new ColumnBatch(through.description().variables(), 700);
        List<String> rejects = new ArrayList<>();
        List<String> otherRejects = new ArrayList<>();
        while (plain.next(one, (row, column, value, reason) -> rejects.add(row + column + value + reason))) {
            through.next(other, (row, column, value, reason) -> otherRejects.add(row + column + value + reason));
            assertThat(other.rows()).isEqualTo(one.rows());
            for (int j = 0; j < variables.size(); j++) {
                assertThat(other.states(j)).isEqualTo(one.states(j));
                for (int i = 0; i < one.rows(); i++) {
                    if (one.states(j)[i] != ColumnBatch.MISSING) {
                        assertThat(CellText.value(other, j, i)).isEqualTo(CellText.value(one, j, i));
                    }
                }
            }
        }
        assertThat(through.next(other, (row, column, value, reason) -> {})).isFalse();
        assertThat(otherRejects).isEqualTo(rejects).isNotEmpty();
    }
}
