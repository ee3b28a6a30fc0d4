package org.canbao.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs with renamed columns and with indices. */
class IndexColumnsTest {
    private static final String ROWS =
            "(VALUES (1, 2013, 1.0, 2.0, 5.0), (2, 2013, 2.0, 1.0, 5.5), (3, 2013, 3.0, 4.0, 4.0),"
                    + " (1, 2014, 4.0, 3.0, 7.0), (2, 2014, 6.0, 7.0, 6.0), (3, 2014, 9.5, 8.0, 9.0), (4, 2014, NULL, 8.0, 9.0))"
                    + " t(city, year, a, b, c)";

    @TempDir
    Path folder;

    private final List<ResolvedInput> inputs = new ArrayList<>();

    @BeforeEach
    void store() {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            engine.execute("COPY (SELECT * FROM " + ROWS + ") TO "
                    + SqlText.literal(folder.resolve("cities").toString()) + " (FORMAT parquet)");
        }
        Variable a = new Variable("a", ValueType.FLOAT64, "Teachers", java.util.Map.of(), java.util.Map.of(), "");
        Codebook codebook = new Codebook("d", "", false, 7, 0, List.of(), List.of(a), Optional.empty());
        inputs.add(ResolvedInput.of("cities", List.of(folder.resolve("cities")), codebook));
    }

    private static StudySpec study(String input) {
        return StudyReader.read(
                "study: s\ntitle: T\ninputs:\n  cities: {dataset: d, " + input + "}\nsample:\n  from: cities\n",
                "s.yaml",
                new Problems());
    }

    private double[] column(String input, String column) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, folder)) {
            Sample sample = new SampleBuilder(engine)
                    .build(study(input), inputs, folder.resolve("out/sample.parquet"))
                    .sample();
            double[] values = new double[(int) sample.rows()];
            int[] from = {0};
            engine.query("SELECT " + column + " FROM " + sample.relation() + " ORDER BY year, city", chunk -> {
                chunk.doubles(0, values, from[0]);
                from[0] += chunk.rows();
            });
            return values;
        }
    }

    /** R 4.2: {@code prcomp(x, scale. = TRUE)$x[, 1]}. */
    @Test
    void isTheFirstPrincipalComponentOfCompleteRows() {
        double[] scores = column("indices: {index: {of: [a, b, c]}}", "index");
        double[] expected = {
            -1.4288477730644897,
            -1.2772434358405611,
            -0.93126872567163188,
            -0.0032138533818955595,
            0.9021305945097858,
            2.7384431934487922
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(scores[i]).isCloseTo(expected[i], within(1e-13));
        }
        assertThat(scores[6]).isNaN();
    }

    @Test
    void theMeansMayBeLeftInSoThatScoresArePositive() {
        double[] centred = column("indices: {index: {of: [a, b]}}", "index");
        double[] positive = column("indices: {index: {of: [a, b], origin: zero}}", "index");
        for (int i = 0; i < 6; i++) {
            assertThat(positive[i]).isPositive();
            assertThat(positive[i] - centred[i]).isCloseTo(positive[0] - centred[0], within(1e-12));
        }
    }

    @Test
    void perYearEachYearHasMeanZero() {
        double[] scores = column("indices: {index: {of: [a, b], per: year}}", "index");
        assertThat(scores[0] + scores[1] + scores[2]).isCloseTo(0, within(1e-13));
        assertThat(scores[3] + scores[4] + scores[5]).isCloseTo(0, within(1e-13));
    }

    @Test
    void aRenamedColumnKeepsItsLabelAndMayBePartOfAnIndex() {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            Sample sample = new SampleBuilder(engine)
                    .build(
                            study("rename: {a: teachers}, indices: {index: {of: [teachers, b]}}"),
                            inputs,
                            folder.resolve("out/sample.parquet"))
                    .sample();
            assertThat(sample.variables())
                    .extracting(Variable::name)
                    .contains("teachers", "index")
                    .doesNotContain("a");
            assertThat(sample.variables())
                    .filteredOn(v -> v.name().equals("teachers"))
                    .extracting(Variable::label)
                    .containsExactly("Teachers");
        }
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        assertThat(failure("indices: {index: {of: [a, bb]}}")).isEqualTo("there is no column `bb`");
        assertThat(failure("indices: {c: {of: [a, b]}}")).isEqualTo("there is already a column `c`");
        assertThat(failure("rename: {a: b}")).isEqualTo("there is already a column `b`");
        assertThat(failure("indices: {index: {of: [a, b, city], per: city}}"))
                .isEqualTo("index `index` cannot be computed: `city` is constant in a value of `city`");
    }

    private String failure(String input) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            CanbaoException thrown = catchThrowableOfType(
                    CanbaoException.class,
                    () -> new SampleBuilder(engine).build(study(input), inputs, folder.resolve("out/sample.parquet")));
            return thrown.diagnostics().get(0).message();
        }
    }
}
