package org.canbao.report.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.canbao.engine.DuckDbEngine;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesTest {
    private DuckDbEngine engine;
    private Sample sample;

    @BeforeEach
    void fill(@TempDir Path temporary) {
        engine = DuckDbEngine.open(1, temporary);
        engine.execute("CREATE TABLE people (here BOOLEAN, member TINYINT, year SMALLINT, wt DOUBLE)");
        engine.execute("INSERT INTO people VALUES (true, 1, 2018, 2), (false, 1, 2018, 1), (false, 1, 2018, 1),"
                + " (true, 1, 2017, 1), (NULL, 1, 2018, 1), (true, 0, 2018, 1), (true, 1, NULL, 1)");
        List<Variable> variables = List.of(
                Variable.of("here", ValueType.BOOLEAN),
                Variable.of("member", ValueType.INT8),
                Variable.of("year", ValueType.INT16),
                Variable.of("wt", ValueType.FLOAT64));
        sample = new Sample(engine, "people", 7, variables, false);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** R 4.2: prop.test(x, n, correct = FALSE)$conf.int. */
    @Test
    void intervalsAreThoseOfR() {
        ends(Interval.wilson(15.0 / 40, 40), 0.2422297916723328, 0.5296756086269889);
        ends(Interval.wilson(0, 12), 0, 0.2424940066552408);
        ends(Interval.wilson(1, 12), 0.7575059933447592, 1);
        ends(Interval.wilson(0.003, 1000), 0.001020783881138619, 0.008783014053503173);
    }

    @Test
    void countsWithinTheBaseAndNamesWhatIsLeft() {
        Shares shares = shares("here", Optional.empty());
        assertThat(shares.blocks()).containsExactly("2017", "2018");
        assertThat(shares.at(Shares.ALL, "2018").count()).isEqualTo(1);
        assertThat(shares.at(Shares.ALL, "2018").base()).isEqualTo(3);
        assertThat(shares.at(Shares.ALL, "2019").base()).isZero();
        assertThat(shares.left()).isEqualTo(2);
    }

    /** Σwx / Σw = 2 / 4; v = 3/2 · (4 · 0.25 + 2 · 0.25) / 16, so that the size is 0.25 / v = 16 / 9. */
    @Test
    void weightsGiveTheRatioAndItsEffectiveSize() {
        Proportion weighted = shares("here", Optional.of(column("wt"))).at(Shares.ALL, "2018");
        assertThat(weighted.weighted()).isEqualTo(0.5);
        assertThat(weighted.size()).isCloseTo(16.0 / 9, within(1e-14));
    }

    @Test
    void refusesWhatIsNoIndicator() {
        assertThatThrownBy(() -> shares("wt", Optional.empty()))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("no indicator");
    }

    private Shares shares(String share, Optional<ColumnRef> weights) {
        ShareSpec spec = new ShareSpec("s", column(share), Optional.of(column("member")));
        return Shares.of(spec, sample, Optional.empty(), Optional.of(column("year")), weights);
    }

    private static ColumnRef column(String name) {
        return new ColumnRef(name, Place.of("study.yaml"));
    }

    private static void ends(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-14));
        assertThat(interval.high()).isCloseTo(high, within(1e-14));
    }
}
