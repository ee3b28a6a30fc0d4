package org.canbao.choices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Filter;
import org.canbao.spec.StudySpec.Input;
import org.canbao.spec.StudySpec.SampleSpec;
import org.canbao.spec.Text;

/** A study of cells as a person would write it for some edits. */
final class EditedStudy {
    private EditedStudy() {}

    static StudySpec of(StudySpec study, Edits edits) {
        SampleSpec sample = study.sample();
        Map<String, Input> inputs = new LinkedHashMap<>();
        study.inputs().forEach((name, input) -> inputs.put(name, input(input, edits)));
        return study.ofSample(
                inputs,
                new SampleSpec(
                        sample.from(),
                        sample.joins(),
                        edits.derived(sample.derive()),
                        edits.filters(sample.filters()),
                        sample.cells().map(cells -> cells(cells, edits))));
    }

    private static Input input(Input input, Edits edits) {
        return input.as(input.name(), edits.lag(input), input.rename())
                .with(input.indices().stream()
                        .flatMap(index -> edits.index(input, index.column().name()).stream())
                        .toList());
    }

    private static CellsSpec cells(CellsSpec cells, Edits edits) {
        List<Filter> filters = new ArrayList<>(edits.filters(cells.filters()));
        for (SqlExpression further : edits.further()) {
            filters.add(new Filter("~" + filters.size(), further, Text.of(further.sql())));
        }
        return new CellsSpec(
                edits.by(cells.by()),
                cells.count(),
                cells.distinct(),
                cells.sums(),
                cells.joins(),
                edits.derived(cells.derive()),
                filters,
                cells.place());
    }
}
