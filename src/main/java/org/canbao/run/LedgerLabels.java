package org.canbao.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.report.Labels;
import org.canbao.report.StudyLabels;
import org.canbao.sample.Sample;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/** What the steps of a ledger are called: as the study calls its inputs, and the columns of its cells. */
final class LedgerLabels {
    private LedgerLabels() {}

    static Map<String, Text> inputs(StudySpec study) {
        return study.inputs().values().stream()
                .collect(Collectors.toMap(StudySpec.Input::name, StudySpec.Input::label));
    }

    static Optional<Text> cells(StudySpec study, Sample sample) {
        Labels labels = new StudyLabels(study.labels(), sample.variables());
        return study.sample()
                .cells()
                .map(cells -> new Text(
                        "cells: " + columns(cells.by(), labels, Lang.EN),
                        "单元：" + columns(cells.by(), labels, Lang.ZH)));
    }

    private static String columns(List<CellsSpec.Dimension> by, Labels labels, Lang lang) {
        return by.stream()
                .map(dimension -> labels.of(dimension.column().name(), lang))
                .collect(Collectors.joining(" × "));
    }
}
