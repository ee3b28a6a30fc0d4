package org.canbao.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

/**
 * What of a study can be made from the inputs that are there.
 *
 * @param study the study without the rest
 * @param leftOut why the rest is not made, by what it is: {@code table table-5}
 */
record Available(StudySpec study, Map<String, Text> leftOut) {
    Available {
        leftOut = new TreeMap<>(leftOut);
    }

    /** What can be made of a study when some of its optional inputs are not there. */
    static Available of(StudySpec whole, List<ResolvedInput> inputs) {
        Set<String> there = inputs.stream().map(ResolvedInput::name).collect(Collectors.toSet());
        Map<String, Text> why = new LinkedHashMap<>();
        whole.others().samples().forEach((name, sample) -> {
            List<String> missing =
                    sample.inputs().stream().filter(i -> !there.contains(i)).toList();
            if (!missing.isEmpty()) {
                why.put(name, reason(whole, missing));
            }
        });
        StudySpec study = whole.without(why.keySet());
        Map<String, Text> leftOut = new TreeMap<>();
        whole.specs().keySet().stream()
                .filter(id -> !study.specs().containsKey(id))
                .forEach(id ->
                        leftOut.put("spec " + id, reason(why, whole.others().ofSpec(id))));
        whole.tables().keySet().stream()
                .filter(id -> !study.tables().containsKey(id))
                .forEach(id ->
                        leftOut.put("table " + id, reason(why, whole.others().ofTable(id))));
        whole.figures().keySet().stream()
                .filter(id -> !study.figures().containsKey(id))
                .forEach(id ->
                        leftOut.put("figure " + id, reason(why, whole.others().ofFigure(id))));
        return new Available(study, leftOut);
    }

    /** The reasons in English, by what is left out. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        leftOut.forEach((what, why) -> reasons.put(what, why.en()));
        return reasons;
    }

    /** Tells the user what is left out, in one note per reason. */
    void tell(RunListener listener) {
        Map<String, List<String>> byReason = new TreeMap<>();
        reasons()
                .forEach((what, why) ->
                        byReason.computeIfAbsent(why, w -> new ArrayList<>()).add(what));
        byReason.forEach((why, what) ->
                listener.finding(Diagnostic.note(RunCode.LEFT_OUT, "left out: " + String.join(", ", what) + "; " + why)
                        .at(Place.of(study.file()))));
    }

    /**
     * Checks that what is asked for can be made.
     *
     * @throws org.canbao.diag.CanbaoException if it is left out
     */
    void require(Set<String> only) {
        Set<String> left = new LinkedHashSet<>();
        leftOut.keySet().forEach(what -> {
            if (only.contains(what.substring(what.indexOf(' ') + 1))) {
                left.add(what);
            }
        });
        if (!left.isEmpty()) {
            throw Diagnostic.error(RunCode.LEFT_OUT, "cannot be made: " + String.join(", ", left))
                    .at(Place.of(study.file()))
                    .hint(left.stream().map(reasons()::get).distinct().collect(Collectors.joining("; ")))
                    .toException();
        }
    }

    private static Text reason(StudySpec whole, List<String> missing) {
        List<Text> each = missing.stream()
                .flatMap(name -> Optional.ofNullable(whole.inputs().get(name)).stream())
                .map(Available::described)
                .toList();
        return joined(each);
    }

    private static Text described(StudySpec.Input input) {
        String waves = String.join(", ", input.waves());
        String needs = input.needs().stream().map(ColumnRef::name).collect(Collectors.joining(", "));
        return new Text(
                "the store has no `" + input.dataset() + "`" + (waves.isEmpty() ? "" : " of " + waves)
                        + (needs.isEmpty() ? "" : " with " + needs),
                "数据存储中没有" + (needs.isEmpty() ? "" : "含" + needs + "的") + input.dataset()
                        + (waves.isEmpty() ? "" : "（" + waves + "）"));
    }

    /** Of an exhibit that shows a spec that is left out, the reason is that of any sample that is not there. */
    private static Text reason(Map<String, Text> why, String sample) {
        Text own = why.get(sample);
        return own == null ? joined(why.values().stream().distinct().toList()) : own;
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::en).collect(Collectors.joining("; ")),
                texts.stream().map(Text::zh).collect(Collectors.joining("；")));
    }
}
