package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;
import org.junit.jupiter.api.Test;

class FigureCsvTest {
    private static List<CSVRecord> rows(FigureModel model) throws IOException {
        String text = new String(new FigureCsv().render(model), StandardCharsets.UTF_8);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    @Test
    void eventStudyReadsBackBitForBit() throws IOException {
        Fit.EventStudy fit = FigureFits.eventStudy();
        List<CSVRecord> rows = rows(new EventStudyFigure(FigureFits.context(Lang.ZH, true))
                .of(FigureFits.EVENT_STUDY, FigureFits.alone(fit)));
        List<CSVRecord> estimates =
                rows.stream().filter(r -> r.get("kind").equals("estimate")).toList();
        assertThat(estimates).hasSize(8);
        for (int i = 0; i < 8; i++) {
            Fit.AtTime at = fit.by().get(i);
            CSVRecord row = estimates.get(i);
            assertThat(row.get("series")).isEqualTo("event-study");
            assertThat(row.get("x")).isEqualTo(Integer.toString(at.at()));
            assertThat(Double.parseDouble(row.get("y"))).isEqualTo(at.estimate());
            assertThat(Double.parseDouble(row.get("conf_low"))).isEqualTo(at.confLow());
            assertThat(Double.parseDouble(row.get("conf_high"))).isEqualTo(at.confHigh());
        }
        assertThat(rows)
                .filteredOn(r -> r.get("kind").equals("reference"))
                .singleElement()
                .satisfies(r -> assertThat(r.toList()).containsExactly("reference", "event-study", "-1", "0", "", ""));
        assertThat(rows)
                .filteredOn(r -> r.get("kind").equals("line"))
                .extracting(r -> r.get("series") + ":" + r.get("x") + ":" + r.get("y"))
                .containsExactly("zero::0", "treatment:-0.5:");
    }

    @Test
    void placeboHasEveryDrawAndTheWholeCurve() throws IOException {
        Fit.Placebo fit = FigureFits.placebo(0.0371, FigureFits.draws(100, 4));
        List<CSVRecord> rows = rows(new PlaceboFigure(FigureFits.context(Lang.EN, false))
                .of(FigureFits.PLACEBO, fit, Optional.empty(), OptionalLong.empty()));
        assertThat(rows).filteredOn(r -> r.get("kind").equals("point")).hasSize(100);
        assertThat(rows).filteredOn(r -> r.get("kind").equals("curve")).hasSize(512);
        double[] drawn = rows.stream()
                .filter(r -> r.get("kind").equals("point"))
                .mapToDouble(r -> Double.parseDouble(r.get("x")))
                .toArray();
        assertThat(drawn)
                .containsExactly(fit.draws().stream()
                        .mapToDouble(Fit.Draw::estimate)
                        .sorted()
                        .toArray());
    }
}
