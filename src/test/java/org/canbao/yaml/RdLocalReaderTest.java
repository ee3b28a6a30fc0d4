package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.diag.CanbaoException;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdBandwidth.Selected;
import org.canbao.spec.RdBandwidth.Selector;
import org.canbao.spec.RdKernel;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalOptions.MassPoints;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdVariance;
import org.canbao.spec.VcovSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdLocalReaderTest {
    @Test
    void defaultsAreThoseOfRdrobust() {
        RdLocalSpec spec = read("where: x > 0");
        assertThat(spec.options()).isEqualTo(RdLocalOptions.at(0));
        assertThat(spec.options().bandwidth()).isEqualTo(Selected.DEFAULT);
        assertThat(spec.treatment()).isEmpty();
        assertThat(spec.covariates()).isEmpty();
        assertThat(spec.common().vcov().clusters()).isEmpty();
        assertThat(spec.common().where()).isPresent();
    }

    @Test
    void readsEveryKey() {
        RdLocalSpec spec = read("cutoff: -1.5, treatment: d, covariates: [a, b + c^2], order: 2, q: 4, deriv: 1,"
                + " kernel: uniform, bandwidth: cercomb2, rho: 0.5, scaleregul: 0, sharpbw: true, bwcheck: 15,"
                + " bwrestrict: false, stdvars: true, masspoints: check, vcov: nn, nnmatch: 5, level: 90, scalepar: -2,"
                + " weights: w");
        assertThat(spec.options())
                .isEqualTo(new RdLocalOptions(
                        -1.5,
                        2,
                        4,
                        1,
                        RdKernel.UNIFORM,
                        new Selected(
                                Selector.CERCOMB2, OptionalDouble.of(0.5), 0, true, false, OptionalInt.of(15), true),
                        MassPoints.CHECK,
                        RdVariance.NN,
                        5,
                        90,
                        -2));
        assertThat(spec.covariates()).extracting(term -> term.text()).containsExactly("a", "b", "c^2");
        assertThat(spec.treatment()).isPresent();
        assertThat(spec.common().weights()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h: 2 | 2 | 2 | 2 | 2",
                "h: [2, 3] | 2 | 3 | 2 | 3",
                "'h: 2, b: [4, 5]' | 2 | 2 | 4 | 5",
                "'h: [2, 3], rho: 0.5' | 2 | 3 | 4 | 6",
            })
    void bandwidthsMayBeGiven(String keys, double hLeft, double hRight, double bLeft, double bRight) {
        assertThat(read(keys).options().bandwidth()).isEqualTo(new Given(hLeft, hRight, bLeft, bRight));
    }

    @Test
    void aClusterMakesTheVarianceClustered() {
        RdLocalSpec spec = read("cluster: [city^year]");
        assertThat(spec.options().variance()).isEqualTo(RdVariance.CR1);
        assertThat(spec.common().vcov().clusters())
                .extracting(VcovSpec.ClusterTerm::text)
                .containsExactly("city^year");
        assertThat(read("vcov: cr3, cluster: city").options().variance()).isEqualTo(RdVariance.CR3);
        assertThat(read("vcov: cluster, cluster: city").options().variance()).isEqualTo(RdVariance.CR1);
    }

    @Test
    void theDerivativeRaisesTheOrder() {
        assertThat(read("deriv: 1").options().order()).isEqualTo(2);
        assertThat(read("deriv: 1").options().biasOrder()).isEqualTo(3);
        assertThat(read("deriv: 1, order: 1").options().order()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vcov: iid | unknown value `iid` of `vcov`",
                "vcov: nn, cluster: g | `cluster` is given, but `vcov: nn` does not cluster",
                "vcov: cr2 | key `cluster` is missing",
                "cluster: [a, b] | `rd-local` clusters one way only",
                "vcov: hc1, nnmatch: 2 | `vcov: hc1` has no neighbours",
                "nnmatch: 0 | expected a whole number from 1 to 1000",
                "kernel: tri | unknown value `tri` of `kernel`",
                "bandwidth: mse | unknown value `mse` of `bandwidth`",
                "bandwidth: ik | unknown value `ik` of `bandwidth`",
                "b: 3 | `b` is given without `h`",
                "h: 2, b: 3, rho: 1 | `b` and `rho` both say how wide the bias is estimated",
                "h: 2, bandwidth: mserd | `h` is given, so no bandwidth is chosen",
                "h: 2, bwcheck: 3 | `h` is given, so no bandwidth is chosen",
                "h: 0 | expected a positive number",
                "h: [1, 2, 3] | expected a positive number, or two of them",
                "rho: -1 | expected a positive number",
                "sharpbw: true | `sharpbw` is about fuzzy designs",
                "order: 1, q: 1 | `q` is 1 and must be more than `order`, which is 1",
                "order: 1, deriv: 2 | a polynomial of degree 1 has no derivative 2 to jump",
                "level: 100 | expected a number above 0 and below 100",
                "scalepar: 0 | expected a number that is not zero",
                "fuzzy: d | unknown key `fuzzy`",
                "p_value: t | unknown key `p_value`",
            })
    void saysWhatIsWrong(String keys, String message) {
        assertThatThrownBy(() -> read(keys)).isInstanceOf(CanbaoException.class).hasMessageContaining(message);
    }

    private static RdLocalSpec read(String keys) {
        return (RdLocalSpec) SpecReader.read("{model: rd-local, outcome: y, running: x, " + keys + "}", "s.yaml");
    }
}
