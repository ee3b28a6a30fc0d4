package org.canbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Place;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static ModelSpec spec(String text) {
        return SpecReader.read(text, "spec.yaml");
    }

    @Test
    void whereSomethingIsWrittenDoesNotCount() {
        ModelSpec one = spec("{model: ols, formula: y ~ x | city, vcov: iid}");
        ModelSpec other = spec("# moved\n\nvcov: iid\nmodel: ols\nformula: y ~ x | city\n");

        assertThat(((ModelSpec.Ols) one).formula().place())
                .isNotEqualTo(((ModelSpec.Ols) other).formula().place());
        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
    }

    @Test
    void whatIsWrittenCounts() {
        String before = Fingerprint.of(spec("{model: ols, formula: y ~ x | city, vcov: iid}"));

        assertThat(List.of(
                        "{model: ols, formula: y ~ z | city, vcov: iid}",
                        "{model: ols, formula: y ~ x | year, vcov: iid}",
                        "{model: ols, formula: y ~ x | city, vcov: hc1}",
                        "{model: ols, formula: y ~ x | city, vcov: iid, where: x > 0}",
                        "{model: ols, formula: y ~ x | city, vcov: iid, weights: w}",
                        "{model: ols, formula: y ~ x | city, vcov: iid, singletons: keep}"))
                .allSatisfy(text -> assertThat(Fingerprint.of(spec(text))).isNotEqualTo(before));
    }

    @Test
    void neighboursDoNotRunTogether() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of(List.of("a"), List.of("b")))
                .isNotEqualTo(Fingerprint.of(List.of("a", "b"), List.of()));
        assertThat(Fingerprint.of(Optional.empty())).isNotEqualTo(Fingerprint.of(Optional.of("")));
        assertThat(Fingerprint.of(Map.of("a", 1))).isNotEqualTo(Fingerprint.of(Map.of("a", 2)));
        assertThat(Fingerprint.of(new ColumnRef("a", Place.of("x"))))
                .isEqualTo(Fingerprint.of(new ColumnRef("a", Place.of("y"))));
    }

    @Test
    void aValueWithoutCanonicalTextIsAMistake() {
        assertThatThrownBy(() -> Fingerprint.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
