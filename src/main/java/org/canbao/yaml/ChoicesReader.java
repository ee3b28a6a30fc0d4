package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.ChoicesSpec;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.Text;

/** Reads {@code choices}: open points with their alternatives, and the curves over them. */
final class ChoicesReader {
    static final KeySet KEYS = KeySet.of(
            "`choices`",
            "points",
            "the open points, by id, each with its alternatives",
            "curves",
            "specification curves over them, by id");

    static final KeySet POINT_KEYS = KeySet.of(
            "an open point",
            "label",
            "what it is about, in one language or {en, zh}",
            "default",
            "what the study does, in one language or {en, zh}",
            "alternatives",
            "what could be done instead, by id");

    /** Points are called as in the paper that leaves them open. */
    static final Pattern POINT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");

    private static final Text AS_IN_STUDY = new Text("as in the study", "与基准一致");

    private final AlternativeReader alternatives;
    private final CurveReader curves;
    private final Problems problems;

    ChoicesReader(AlternativeReader alternatives, CurveReader curves, Problems problems) {
        this.alternatives = alternatives;
        this.curves = curves;
        this.problems = problems;
    }

    /** An open point, and what each of its alternatives changes in a spec. */
    record Point(ChoicePoint point, Map<String, ModelEdit> edits) {
        /** What an option changes in a spec. */
        ModelEdit edit(String option) {
            return edits.getOrDefault(option, ModelEdit.NONE);
        }
    }

    /** The choices of a study. */
    ChoicesSpec read(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping with `points` and `curves`");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        Map<String, Optional<Point>> points =
                fields.required("points", this::points).orElse(Map.of());
        Optional<Map<String, CurveSpec>> drawn = fields.required(
                "curves",
                curve -> Entries.read(
                        curve,
                        "a curve {of: …, coefficient: …}",
                        problems,
                        (id, text) -> curves.read(id, text, points)));
        List<Point> readable = points.values().stream().flatMap(Optional::stream).toList();
        curves.reportTermsNeverMet(readable);
        Map<String, ChoicePoint> declared = new LinkedHashMap<>();
        readable.forEach(point -> declared.put(point.point().id(), point.point()));
        return new ChoicesSpec(declared, drawn.orElse(Map.of()));
    }

    private Map<String, Optional<Point>> points(Located node) {
        Map<String, Optional<Point>> points = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of open points").entries()) {
            points.put(entry.name(), Optional.empty());
            try {
                points.put(entry.name(), point(entry));
            } catch (CanbaoException e) {
                problems.addAll(e);
            }
        }
        return points;
    }

    private Optional<Point> point(Located.Entry entry) {
        checkId(entry.key());
        Located.Mapping mapping = Values.mapping(entry.value(), "an open point {label: …, alternatives: …}");
        Fields fields = new Fields(mapping, POINT_KEYS, problems, entry.key().place());
        Text label = fields.optional("label", Values::bilingual).orElse(Text.of(entry.name()));
        Text usual = fields.optional("default", Values::bilingual).orElse(AS_IN_STUDY);
        List<ChoicePoint.Option> options = new ArrayList<>();
        options.add(new ChoicePoint.Option(
                ChoicePoint.DEFAULT, usual, SampleEdit.NONE, false, entry.key().place()));
        Map<String, ModelEdit> edits = new LinkedHashMap<>();
        fields.required("alternatives", node -> Entries.read(node, "an alternative", problems, this::alternative))
                .orElse(Map.of())
                .forEach((id, alternative) -> {
                    options.add(alternative.option());
                    edits.put(id, alternative.model());
                });
        return fields.failed() || options.size() == 1
                ? Optional.empty()
                : Optional.of(new Point(
                        new ChoicePoint(
                                entry.name(), label, options, entry.key().place()),
                        edits));
    }

    private Optional<AlternativeReader.Alternative> alternative(Located.Scalar id, Located.Mapping mapping) {
        if (id.value().equals(ChoicePoint.DEFAULT)) {
            throw Diagnostic.error(
                            YamlCode.CONFLICT, "`" + ChoicePoint.DEFAULT + "` is what the study does, no alternative")
                    .at(id.place())
                    .hint("give the alternative another name")
                    .toException();
        }
        return alternatives.read(id, mapping);
    }

    private static void checkId(Located.Scalar id) {
        if (!POINT.matcher(id.value()).matches()) {
            throw Diagnostic.error(YamlCode.BAD_ID, "`" + id.value() + "` cannot be the id of an open point")
                    .at(id.place())
                    .hint("expected letters a-z, digits, `-`, `_` and `.`, for example I-O1")
                    .toException();
        }
    }
}
