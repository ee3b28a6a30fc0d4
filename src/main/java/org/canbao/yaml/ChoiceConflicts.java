package org.canbao.yaml;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.SampleEdit;

/** Finds points that cannot be combined because they change the same thing. */
final class ChoiceConflicts {
    private final List<ChoicesReader.Point> points;

    ChoiceConflicts(List<ChoicesReader.Point> points) {
        this.points = points;
    }

    /** Reports every pair of points that change the same thing. */
    void report(Fields curve) {
        Map<String, String> first = new HashMap<>();
        for (ChoicesReader.Point point : points) {
            for (String target : targets(point)) {
                String other = first.putIfAbsent(target, point.point().id());
                if (other != null) {
                    curve.report(Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "points `" + other + "` and `"
                                            + point.point().id() + "` both change " + target)
                            .at(curve.place())
                            .hint("make them one point, name the points of the curve under `points`,"
                                    + " or say `combine: one-at-a-time`")
                            .toException());
                }
            }
        }
    }

    private static Set<String> targets(ChoicesReader.Point point) {
        Set<String> targets = new LinkedHashSet<>();
        for (ChoicePoint.Option option : point.point().options()) {
            SampleEdit edit = option.sample();
            edit.derive().forEach(d -> targets.add("column `" + d.column() + "`"));
            edit.keep().forEach(c -> targets.add("filter `" + c.filter() + "`"));
            edit.drop().forEach(id -> targets.add("filter `" + id + "`"));
            if (!edit.by().isEmpty()) {
                targets.add("the dimensions of the cells");
            }
            for (SampleEdit.InputEdit input : edit.inputs()) {
                input.lag().ifPresent(lag -> targets.add("the lag of input `" + input.input() + "`"));
                input.indices().forEach(index -> targets.add("index `" + index.column() + "`"));
            }
            point.edit(option.id()).keys().forEach(key -> targets.add("key `" + key.name() + "` of the spec"));
        }
        return targets;
    }
}
