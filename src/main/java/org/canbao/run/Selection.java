package org.canbao.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/**
 * The exhibits that a run makes, and the estimates that they need.
 *
 * @param tables tables, in the order of the study
 * @param figures figures, in the order of the study
 * @param specs ids of the specs to estimate: all of the study's, or with {@code --only} those that the exhibits need
 */
record Selection(List<TableSpec> tables, List<FigureSpec> figures, Set<String> specs) {
    /**
     * What {@code --only} leaves of a study; everything if it is empty.
     */
    static Selection of(StudySpec study, Set<String> only) {
        boolean all = only.isEmpty();
        List<TableSpec> tables = study.tables().values().stream()
                .filter(t -> all || only.contains(t.id()))
                .toList();
        List<FigureSpec> figures = study.figures().values().stream()
                .filter(f -> all || only.contains(f.id()))
                .toList();
        Set<String> specs = new LinkedHashSet<>();
        for (String id : study.specs().keySet()) {
            if (all || only.contains(id)) {
                specs.add(id);
            }
        }
        tables.forEach(t -> specs.addAll(names(t.specs())));
        figures.forEach(f -> specs.addAll(names(f.specs())));
        return new Selection(tables, figures, specs);
    }

    /** The ids of specs. */
    static List<String> names(List<ColumnRef> specs) {
        return specs.stream().map(ColumnRef::name).toList();
    }

    /**
     * Checks what {@code --only} names.
     *
     * @throws org.canbao.diag.CanbaoException if it names something that the study does not have
     */
    static void checkKnown(StudySpec study, Set<String> only) {
        Set<String> known = new LinkedHashSet<>(study.tables().keySet());
        known.addAll(study.figures().keySet());
        known.addAll(study.specs().keySet());
        Problems problems = new Problems();
        for (String id : only) {
            if (!known.contains(id)) {
                problems.add(Diagnostic.error(
                                RunCode.UNKNOWN_EXHIBIT,
                                "`" + study.id() + "` has no table, figure or spec `" + id + "`")
                        .at(Place.of(study.file()))
                        .nearest(Nearest.to(id, known))
                        .hint("it has: " + String.join(", ", known)));
            }
        }
        problems.throwIfErrors();
    }
}
