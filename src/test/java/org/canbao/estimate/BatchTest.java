package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.batch.Batch;
import org.canbao.estimate.batch.Estimated;
import org.canbao.estimate.batch.Member;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regressions of a batch have the numbers of the same regressions one by one. */
class BatchTest {
    private static final List<String> SPECS = List.of(
            "formula: 'y ~ did + x1 + x2 | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did + x1 + x1^2 + z | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did | city + year', vcov: cluster, cluster: [city, year]",
            "formula: 'y ~ did + x1 | city[z] + year', vcov: cluster, cluster: [province]",
            "formula: 'y ~ did + x1 | province', vcov: cr2, cluster: [province]",
            "formula: 'x1 ~ did + x2 | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ x1 + i(year) + did:x2', vcov: iid",
            "formula: 'y ~ did + x2 | city + year', vcov: cluster, cluster: [city], weights: w",
            "formula: 'log(w) ~ did + x2 | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did + log(x1 - 35) | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did + holes | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did + holes + x2 | city + year', vcov: cluster, cluster: [city]",
            "formula: 'y ~ did + x1 + x2 | city + year', vcov: hc1",
            "formula: 'y ~ did + x1 | city', vcov: hc1, where: 'x2 = 1 OR z > 0.5'",
            "formula: 'y ~ did + x1 | city + year', vcov: cluster, cluster: [city], where: 'x2 = 1 OR z > 0.5'",
            "formula: 'y ~ did + x1 | city + year', vcov: cluster, cluster: [city], small_sample: {profile: reghdfe}");

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

    private Sample sample() {
        Sample panel = RandomPanel.of(5, 20, 3000).load(engine, folder);
        engine.execute("CREATE TABLE holed AS SELECT *, CASE WHEN x1 > 45 THEN NULL ELSE x1 * z END AS holes FROM "
                + panel.relation());
        return TestSamples.table(engine, "holed");
    }

    private static ModelSpec.Ols spec(String text) {
        return (ModelSpec.Ols) SpecReader.read("{model: ols, " + text + "}", "spec.yaml");
    }

    private static Member member(String text) {
        ModelSpec.Ols spec = spec(text);
        return new Member(spec, spec.formula().terms().stream().map(Term::text).toList());
    }

    private static void assertSame(Estimated batch, Fit alone, String spec) {
        assertThat(batch.n()).as(spec).isEqualTo(alone.n());
        assertThat(batch.dropped()).as(spec).isEqualTo(alone.dropped());
        assertThat(batch.coefficients()).as(spec).hasSameSizeAs(alone.coefficients());
        for (int i = 0; i < batch.coefficients().size(); i++) {
            Coefficient one = batch.coefficients().get(i);
            Coefficient other = alone.coefficients().get(i);
            assertThat(one.name()).as(spec).isEqualTo(other.name());
            assertClose(one.estimate(), other.estimate(), spec + ": " + one.name());
            assertClose(one.stdError(), other.stdError(), spec + ": " + one.name());
            assertClose(one.pValue(), other.pValue(), spec + ": " + one.name());
            assertClose(one.confHigh(), other.confHigh(), spec + ": " + one.name());
        }
    }

    private static void assertClose(double one, double other, String what) {
        assertThat(one).as(what).isCloseTo(other, within(1e-10 * Math.max(1e-2, Math.abs(other))));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "ROWS"})
    void numbersAreThoseOfEachAlone(EstimationPath path) {
        Sample sample = sample();
        List<Optional<Estimated>> batch = new Batch(sample, new EstimationOptions(2, path))
                .estimate(SPECS.stream().map(BatchTest::member).toList());
        for (int s = 0; s < SPECS.size(); s++) {
            Fit alone = Estimators.estimate(spec(SPECS.get(s)), sample, EstimationOptions.DEFAULT);
            assertSame(batch.get(s).orElseThrow(), alone, SPECS.get(s));
        }
    }

    @Test
    void bitsDependOnNeitherThreadsNorOrder() {
        Sample sample = sample();
        List<Member> members = SPECS.stream().map(BatchTest::member).toList();
        List<Optional<Estimated>> one = new Batch(sample, EstimationOptions.DEFAULT).estimate(members);
        assertThat(new Batch(sample, EstimationOptions.DEFAULT.withThreads(3)).estimate(members))
                .isEqualTo(one);
        List<Member> turned = new ArrayList<>(members);
        Collections.reverse(turned);
        List<Optional<Estimated>> back = new Batch(sample, EstimationOptions.DEFAULT).estimate(turned);
        for (int s = 0; s < SPECS.size(); s++) {
            assertSame(
                    back.get(SPECS.size() - 1 - s).orElseThrow(),
                    Estimators.estimate(spec(SPECS.get(s)), sample, EstimationOptions.DEFAULT),
                    SPECS.get(s));
        }
    }

    @Test
    void whatCannotBeEstimatedTogetherIsLeftToBeEstimatedAlone() {
        List<Optional<Estimated>> found = new Batch(sample(), EstimationOptions.DEFAULT)
                .estimate(List.of(
                        member("formula: 'y ~ did | city + year', vcov: cluster, cluster: [city]"),
                        member("formula: 'y ~ nowhere | city', vcov: cluster, cluster: [city]"),
                        member("formula: 'did ~ x1 | city^year', vcov: cluster, cluster: [city]"),
                        member("formula: 'y ~ did | city + year', vcov: cluster, cluster: [city], where: 'z > 100'")));
        assertThat(found).extracting(Optional::isPresent).containsExactly(true, false, false, false);
    }
}
