package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStudyEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsLeastSquaresOnIndicators(long seed) {
        RandomPanel.of(seed, 20, 2000).load(engine, folder);
        engine.execute("UPDATE data SET g = 2010 WHERE city = 3");
        engine.execute("ALTER TABLE data ADD COLUMN rel INTEGER");
        engine.execute("UPDATE data SET rel = coalesce(greatest(-2, least(2, year - g)), -1)");
        Sample sample = TestSamples.table(engine, "data");
        Fit.EventStudy study = study("[-2, 2]", "-1", sample);
        Fit.Regression indicators = (Fit.Regression) Estimators.estimate(
                SpecReader.read(
                        "{model: ols, formula: 'y ~ i(rel, ref = -1) + x1 | city + year', vcov: cluster, cluster: [city]}",
                        "s"),
                sample,
                EstimationOptions.DEFAULT);
        assertThat(study.by()).extracting(Fit.AtTime::at).containsExactly(-2, 0, 1, 2);
        for (Fit.AtTime at : study.by()) {
            var expected = indicators.coefficient("rel::" + at.at()).orElseThrow();
            assertThat(at.estimate()).isCloseTo(expected.estimate(), withPercentage(1e-8));
            assertThat(at.stdError()).isCloseTo(expected.stdError(), withPercentage(1e-8));
            assertThat(at.rows())
                    .isEqualTo(engine.count("SELECT count(*) FROM data WHERE g IS NOT NULL AND rel = " + at.at()));
        }
        assertThat(study.binned()).isEqualTo(new Fit.Binned(true, true));
        Fit.AtTime before = study.by().get(0);
        Fit.WaldTest test = study.pretrend().orElseThrow();
        assertThat(test.statistic())
                .as("one restriction: F is t squared")
                .isCloseTo(before.statistic() * before.statistic(), withPercentage(1e-9));
        assertThat(test.pValue()).isCloseTo(before.pValue(), withPercentage(1e-8));
    }

    @Test
    void eventTimesThatNeverOccurAreNamed() {
        Sample sample = RandomPanel.of(4, 20, 2000).load(engine, folder);
        Fit.EventStudy study = study("[-9, 9]", "-1", sample);
        assertThat(study.binned()).isEqualTo(new Fit.Binned(false, false));
        assertThat(study.regression().dropped())
                .contains(new Fit.Dropped("event::-9", Fit.Dropped.Reason.EMPTY, java.util.List.of()))
                .contains(new Fit.Dropped("event::9", Fit.Dropped.Reason.EMPTY, java.util.List.of()));
        assertThat(study.by()).extracting(Fit.AtTime::at).doesNotContain(-9, -1, 9);
    }

    @Test
    void periodsMustBeNumbers() {
        RandomPanel.of(5, 5, 100).load(engine, folder);
        engine.execute("CREATE TABLE dates AS SELECT * REPLACE (g || 'a' AS g) FROM data");
        Sample sample = TestSamples.table(engine, "dates");
        assertThatThrownBy(() -> study("[-2, 2]", "-1", sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("column `g` holds periods and is not numeric");
    }

    @Test
    void eventTimesMustBeWhole() {
        RandomPanel.of(6, 5, 100).load(engine, folder);
        engine.execute("CREATE TABLE halves AS SELECT * REPLACE (g + 0.5 AS g) FROM data");
        Sample sample = TestSamples.table(engine, "halves");
        assertThatThrownBy(() -> study("[-2, 2]", "-1", sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("is not a whole number");
    }

    private static Fit.EventStudy study(String window, String reference, Sample sample) {
        return (Fit.EventStudy) Estimators.estimate(
                SpecReader.read(
                        "{model: event-study, outcome: y, cohort: g, time: year, window: " + window + ", reference: "
                                + reference
                                + ", controls: x1, fixed_effects: [city, year], vcov: cluster, cluster: [city]}",
                        "spec"),
                sample,
                EstimationOptions.DEFAULT);
    }

    @Test
    void cohortsWithoutAPeriodBeforeAreToldOf() {
        RandomPanel.of(1, 20, 2000).load(engine, folder);
        engine.execute("UPDATE data SET g = 2010 WHERE city = 3");
        Sample sample = TestSamples.table(engine, "data");
        assertThat(study("[-2, 2]", "-1", sample).inference().notes()).contains(Inference.Note.ALWAYS_TREATED);

        engine.execute("DELETE FROM data WHERE g <= (SELECT min(year) FROM data)");
        assertThat(study("[-2, 2]", "-1", TestSamples.table(engine, "data"))
                        .inference()
                        .notes())
                .doesNotContain(Inference.Note.ALWAYS_TREATED);
    }
}
