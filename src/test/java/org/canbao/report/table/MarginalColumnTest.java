package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.canbao.diag.CanbaoException;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.MarginalEffects;
import org.canbao.result.OrderedFit;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

/** Average marginal effects in regression tables, and as a table of their own. */
class MarginalColumnTest {
    private static final Coefficient DID = Fixtures.coefficient("did", 0.6, 0.2, 0.003);
    private static final Coefficient ON_LOW = Fixtures.coefficient("did", -0.12, 0.05, 0.02);
    private static final Coefficient ON_HIGH = Fixtures.coefficient("did", 0.12, 0.04, 0.003);

    @Test
    void aColumnShowsTheEffectsOnALevelAndCountsOtherTermsAsControls() {
        TableModel table = table(Optional.empty(), Optional.of(new TableSpec.Marginal(Optional.of(2.0))));
        assertThat(line(table, "did").cells())
                .containsExactly(
                        new Cell.Estimate(0.6, 0.2, 0.003, 3), //
                        new Cell.Estimate(0.12, 0.04, 0.003, 3));
        assertThat(line(table, "controls").cells()).containsExactly(new Cell.Flag(true), new Cell.Flag(true));
        assertThat(table.notes())
                .extracting(Text::en)
                .anyMatch(note -> note.contains("(2)") && note.contains("Average marginal effects"));
    }

    @Test
    void aLevelThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() -> table(Optional.empty(), Optional.of(new TableSpec.Marginal(Optional.of(7.0)))))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("7 is no level of the outcome of spec `two`");
    }

    @Test
    void effectsAreATableOfTheirOwnWithAPanelPerLevel() {
        List<TableModel> tables = MarginalEffectsTable.of(fit(), Fixtures.context());
        assertThat(tables).hasSize(1);
        assertThat(tables.get(0).rows())
                .extracting(row -> row instanceof TableModel.Line line ? line.key() : "panel")
                .containsExactly("panel", "did@1", "panel", "did@2");
        assertThat(line(tables.get(0), "did@1").label().en()).endsWith("(from 0)");
    }

    private static TableModel table(Optional<TableSpec.Marginal> first, Optional<TableSpec.Marginal> second) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        fits.put("one", fit());
        fits.put("two", fit());
        return RegressionTable.of(
                new TableSpec.Regression(
                        "t",
                        Text.of("T"),
                        Optional.empty(),
                        List.of(
                                new TableSpec.Column(Fixtures.ref("one"), Optional.empty(), first),
                                new TableSpec.Column(Fixtures.ref("two"), Optional.empty(), second)),
                        Fixtures.refs("did"),
                        3),
                fits,
                Fixtures.context());
    }

    private static OrderedFit fit() {
        return new OrderedFit(
                "ordered-logit",
                "stay",
                List.of(new OrderedFit.Level(1, 60), new OrderedFit.Level(2, 40)),
                List.of(DID, Fixtures.coefficient("age", 0.1, 0.1, 0.3)),
                List.of(Fixtures.coefficient("1|2", 0.5, 0.1, 0.001)),
                -60,
                -70,
                5,
                List.of(),
                1.4,
                Fixtures.inference("hc1", List.of()),
                Optional.of(new MarginalEffects(List.of(effect(1, ON_LOW), effect(2, ON_HIGH)), List.of())));
    }

    private static MarginalEffects.Effect effect(double level, Coefficient estimate) {
        return new MarginalEffects.Effect(
                MarginalEffects.Kind.CHANGE, "0", OptionalDouble.of(level), List.of("did"), estimate);
    }

    private static TableModel.Line line(TableModel table, String key) {
        return table.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .map(TableModel.Line.class::cast)
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
