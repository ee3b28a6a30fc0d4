package org.canbao.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.UsedColumns;
import org.canbao.spec.VcovSpec;

/** The columns that specs name, but for those inside SQL. */
final class SpecColumns {
    private SpecColumns() {}

    /** The columns of a spec, in order, with repetitions. */
    static List<ColumnRef> of(ModelSpec spec) {
        return used(spec).all();
    }

    /**
     * The columns that make the cells of a study's estimates (fixed effects, clusters, cohorts, periods, running
     * variables), the one that most specs use first; ties in the order of the study.
     */
    static List<String> sortColumns(StudySpec study) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (ModelSpec spec : study.specs().values()) {
            used(spec).cells().forEach(column -> uses.merge(column.name(), 1, Integer::sum));
        }
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static UsedColumns used(ModelSpec spec) {
        UsedColumns used =
                UsedColumns.none().rows(spec.common().weights().stream().toList());
        for (VcovSpec.ClusterTerm term : spec.common().vcov().clusters()) {
            used = used.cells(term.columns());
        }
        return used.and(spec.columns());
    }
}
