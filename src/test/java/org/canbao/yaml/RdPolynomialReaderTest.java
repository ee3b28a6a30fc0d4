package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.spec.ModelSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdPolynomialReaderTest {
    @Test
    void theRightSideIsTreatedAndAllRowsAreUsedByDefault() {
        ModelSpec.RdPolynomial spec = read("cutoff: 72, order: 2, sides: separate");
        assertThat(spec.side()).isEqualTo(ModelSpec.Side.RIGHT);
        assertThat(spec.sides()).isEqualTo(ModelSpec.Sides.SEPARATE);
        assertThat(spec.window()).isEmpty();
        assertThat(spec.controls()).isEmpty();
        assertThat(spec.fixedEffects()).isEmpty();
    }

    @Test
    void readsEveryKey() {
        ModelSpec.RdPolynomial spec = read("cutoff: -0.5, order: 0, sides: common, side: left, window: [-2, 1.5],"
                + " controls: a + a^2, fixed_effects: [city, year]");
        assertThat(spec.cutoff()).isEqualTo(-0.5);
        assertThat(spec.side()).isEqualTo(ModelSpec.Side.LEFT);
        assertThat(spec.window()).contains(new ModelSpec.Window(-2, 1.5));
        assertThat(spec.controls()).hasSize(2);
        assertThat(spec.fixedEffects()).hasSize(2);
    }

    @Test
    void aSingleNumberIsAHalfWidthAboutTheCutoff() {
        assertThat(read("cutoff: 72, order: 1, sides: common, window: 24").window())
                .isEqualTo(Optional.of(new ModelSpec.Window(48, 96)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window: [73, 80] | the window does not have the cutoff 72 inside",
                "window: [72, 80] | the window does not have the cutoff 72 inside",
                "window: [80, 60] | expected two values of the running variable",
                "window: 0 | expected [from, to], or a positive half-width about the cutoff",
                "window: [1e999, 3] | expected a number",
                "controls: jump | control `jump` has the name of the estimate",
            })
    void saysWhatIsWrong(String key, String message) {
        assertThatThrownBy(() -> read("cutoff: 72, order: 1, sides: common, " + key))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private static ModelSpec.RdPolynomial read(String keys) {
        return (ModelSpec.RdPolynomial)
                SpecReader.read("{model: rd-polynomial, outcome: y, running: m, vcov: hc1, " + keys + "}", "s.yaml");
    }
}
