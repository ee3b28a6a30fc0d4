package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;
import org.junit.jupiter.api.Test;

class StudyReaderTest {
    private static final Path FILE = Path.of("src/test/resources/studies/settlement.yaml");

    private final Problems warnings = new Problems();
    private final StudySpec study = StudyReader.read(FILE, warnings);

    @Test
    void readsTheHead() {
        assertThat(study.id()).isEqualTo("instant-settlement");
        assertThat(study.title().zh()).isEqualTo("异地就医直接结算与农村劳动力流动");
        assertThat(study.inputs()).containsOnlyKeys("persons", "cities", "policy");
        assertThat(study.inputs().get("persons").waves()).hasSize(6).contains("2017");
        assertThat(study.inputs().get("cities").lag()).hasValue(1);
        assertThat(study.published()).contains("published/instant-settlement");
        assertThat(study.labels().get("age^2").zh()).isEqualTo("Age squared");
        assertThat(warnings.all()).isEmpty();
    }

    @Test
    void readsTheSample() {
        StudySpec.SampleSpec sample = study.sample();
        assertThat(sample.joins().get(0).keys()).extracting(ColumnRef::name).containsExactly("city", "year");
        assertThat(sample.derive()).extracting(d -> d.column().name()).containsExactly("cross_city", "did", "lexp");
        assertThat(sample.filters()).extracting(f -> f.label().in(Lang.ZH)).containsExactly("农业户口", "of-age");
    }

    @Test
    void placesPointIntoTheFile() {
        StudySpec.Derived did = study.sample().derive().get(1);
        assertThat(did.expression().at(8, 13).toString()).isEqualTo(FILE + ":10:67");
        assertThat(did.expression().place().text().substring(66, 79)).isEqualTo("adoption_year");
    }

    @Test
    void insertsListsAndDefaults() {
        ModelSpec.Ols full = (ModelSpec.Ols) study.specs().get("baseline-4");
        assertThat(full.formula().terms())
                .extracting(Term::text)
                .containsExactly(
                        "did",
                        "age",
                        "age^2",
                        "male",
                        "han",
                        "senior_high",
                        "married",
                        "lexp",
                        "lgdp",
                        "industry",
                        "lwage");
        assertThat(full.common().vcov()).isInstanceOf(VcovSpec.Clustered.class);
        assertThat(study.specs().get("robust").common().vcov()).isEqualTo(new VcovSpec.Hetero(VcovSpec.Leverage.HC1));
        ModelSpec.Placebo placebo = (ModelSpec.Placebo) study.specs().get("placebo");
        assertThat(placebo.seed()).isEqualTo(7);
        assertThat(placebo.draws()).isEqualTo(500);
    }

    @Test
    void readsExhibits() {
        TableSpec.Regression table = (TableSpec.Regression) study.tables().get("table-2");
        assertThat(table.columns().get(1).header().orElseThrow().en()).isEqualTo("Full");
        assertThat(table.rows())
                .extracting(ColumnRef::name)
                .contains("did", "age^2", "lexp")
                .hasSize(8);
        TableSpec.Summary summary = (TableSpec.Summary) study.tables().get("table-1");
        assertThat(summary.variables())
                .extracting(ColumnRef::name)
                .containsExactlyElementsOf(
                        List.of("cross_city", "age", "male", "han", "senior_high", "married", "lexp"));
        assertThat(summary.statistics()).hasSize(5);
        assertThat(study.figures().get("figure-2")).isInstanceOf(FigureSpec.Placebo.class);
    }
}
