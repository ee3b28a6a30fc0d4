package org.canbao.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.StudySpec;

/**
 * What of a study can be made from the inputs that are there.
 *
 * @param study the study without the rest
 * @param leftOut why the rest is not made, by what it is: {@code table table-5}
 */
record Available(StudySpec study, Map<String, String> leftOut) {
    Available {
        leftOut = new TreeMap<>(leftOut);
    }

    /** What can be made of a study when some of its optional inputs are not there. */
    static Available of(StudySpec whole, List<ResolvedInput> inputs) {
        Set<String> there = inputs.stream().map(ResolvedInput::name).collect(Collectors.toSet());
        Map<String, String> why = new LinkedHashMap<>();
        whole.others().samples().forEach((name, sample) -> {
            List<String> missing =
                    sample.inputs().stream().filter(i -> !there.contains(i)).toList();
            if (!missing.isEmpty()) {
                why.put(name, reason(whole, missing));
            }
        });
        StudySpec study = whole.without(why.keySet());
        Map<String, String> leftOut = new TreeMap<>();
        whole.specs().keySet().stream()
                .filter(id -> !study.specs().containsKey(id))
                .forEach(id -> leftOut.put("spec " + id, reason(why, whole.others().ofSpec(id))));
        whole.tables().keySet().stream()
                .filter(id -> !study.tables().containsKey(id))
                .forEach(id -> leftOut.put("table " + id, reason(why, whole.others().ofTable(id))));
        whole.figures().keySet().stream()
                .filter(id -> !study.figures().containsKey(id))
                .forEach(id -> leftOut.put("figure " + id, reason(why, whole.others().ofFigure(id))));
        return new Available(study, leftOut);
    }

    /** Tells the user what is left out, in one note per reason. */
    void tell(RunListener listener) {
        Map<String, List<String>> byReason = leftOut.keySet().stream()
                .collect(Collectors.groupingBy(leftOut::get, TreeMap::new, Collectors.toList()));
        byReason.forEach((why, what) -> listener.finding(
                Diagnostic.note(RunCode.LEFT_OUT, "left out: " + String.join(", ", what) + "; " + why)
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
                    .hint(left.stream().map(leftOut::get).distinct().collect(Collectors.joining("; ")))
                    .toException();
        }
    }

    private static String reason(StudySpec whole, List<String> missing) {
        return missing.stream()
                .map(name -> whole.inputs().get(name))
                .map(input -> "the store has no " + (input == null ? "" : described(input)))
                .collect(Collectors.joining(", "));
    }

    private static String described(StudySpec.Input input) {
        String waves = input.waves().isEmpty() ? "" : " of " + String.join(", ", input.waves());
        List<String> needs = input.needs().stream().map(column -> "`" + column.name() + "`").toList();
        return "`" + input.dataset() + "`" + waves + (needs.isEmpty() ? "" : " with " + String.join(", ", needs));
    }

    /** Of an exhibit that shows a spec that is left out, the reason is that of any sample that is not there. */
    private static String reason(Map<String, String> why, String sample) {
        return why.getOrDefault(sample, String.join("; ", new LinkedHashSet<>(why.values())));
    }
}
