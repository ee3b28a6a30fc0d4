package org.canbao.run;

import java.util.LinkedHashSet;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.StudySpec;

/** The specification curves that a run was asked for. */
record CurveSelection(Set<String> curves) {
    private static final String ALL = "all";

    CurveSelection {
        curves = Set.copyOf(curves);
    }

    /**
     * The curves of these names; {@code all} stands for all.
     *
     * @throws org.canbao.diag.CanbaoException if the study has no such curve
     */
    static CurveSelection of(StudySpec study, Set<String> names) {
        Set<String> known = study.choices().curves().keySet();
        Set<String> chosen = new LinkedHashSet<>(names);
        boolean all = chosen.remove(ALL);
        Problems problems = new Problems();
        if (all && known.isEmpty()) {
            problems.add(Diagnostic.error(RunCode.UNKNOWN_CURVE, "`" + study.id() + "` has no specification curves")
                    .at(Place.of(study.file()))
                    .hint("they are declared under `choices: {points: …, curves: …}`"));
        }
        for (String name : chosen) {
            if (!known.contains(name)) {
                problems.add(Diagnostic.error(
                                RunCode.UNKNOWN_CURVE, "`" + study.id() + "` has no specification curve `" + name + "`")
                        .at(Place.of(study.file()))
                        .nearest(Nearest.to(name, known))
                        .hint("it has: " + (known.isEmpty() ? "none" : String.join(", ", known))));
            }
        }
        problems.throwIfErrors();
        return new CurveSelection(all ? known : chosen);
    }

    boolean has(CurveSpec curve) {
        return curves.contains(curve.id());
    }
}
