package org.canbao.report.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tables and fits look like, in every text format and both languages. */
class RendererSnapshotTest {
    static List<Arguments> formats() {
        List<Arguments> all = new ArrayList<>();
        for (TableFormat format : TableFormat.values()) {
            if (format != TableFormat.DOCX && format != TableFormat.XLSX) {
                for (Lang lang : Lang.values()) {
                    all.add(Arguments.of(format, lang));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void regressionTable(TableFormat format, Lang lang) {
        compare("regression", Fixtures.baselineTable(), format, lang);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void eventStudyTable(TableFormat format, Lang lang) {
        compare("event-study", Fixtures.eventStudyTable(), format, lang);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void summaryTable(TableFormat format, Lang lang) {
        compare("summary", Fixtures.summaryLikeTable(), format, lang);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void oneFit(Lang lang) {
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), lang == Lang.ZH);
        for (Fit fit : List.of(Fixtures.baseline().get("baseline-2"), Fixtures.eventStudy(), Fixtures.placebo())) {
            String name = "fit-" + fit.model() + "-" + lang.name().toLowerCase(Locale.ROOT);
            Snapshot.assertEquals(name + ".txt", FitText.render(fit, context, lang));
            Snapshot.assertEquals(name + ".md", FitMarkdown.render(fit, context, lang));
            Snapshot.assertEquals(name + ".tex", FitLatex.render(fit, context, lang));
            Snapshot.assertEquals("fit-" + fit.model() + ".csv", FitCsv.render(fit));
        }
    }

    private static void compare(String name, TableModel model, TableFormat format, Lang lang) {
        String text = new String(format.render(model, lang), StandardCharsets.UTF_8);
        Snapshot.assertEquals(name + "-" + lang.name().toLowerCase(Locale.ROOT) + "." + format.extension(), text);
    }
}
