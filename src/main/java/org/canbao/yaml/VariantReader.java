package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.CurveSpec.Combine;
import org.canbao.spec.CurveSpec.Variant;
import org.canbao.spec.ModelSpec;

/** Reads a spec once for every combination of the options that change it. */
final class VariantReader {
    private static final int MOST = 5_000;

    private final SpecBook book;
    private final ColumnRef of;
    private final Set<String> met;
    private final Problems problems;

    /**
     * A reader.
     *
     * @param of the spec
     * @param met receives the texts of the terms that it has
     * @param problems receives the findings
     */
    VariantReader(SpecBook book, ColumnRef of, Set<String> met, Problems problems) {
        this.book = book;
        this.of = of;
        this.met = met;
        this.problems = problems;
    }

    /** An alternative that changes the spec. */
    private record Pick(String point, String option, ModelEdit edit) {}

    /** The spec under every combination but the default; those that could not be read are left out. */
    List<Variant> read(List<ChoicesReader.Point> points, Combine combine) {
        List<Variant> variants = new ArrayList<>();
        for (List<Pick> picks : alone(points)) {
            read(picks).ifPresent(variants::add);
        }
        if (combine == Combine.ALL && !problems.hasErrors()) {
            all(points).stream()
                    .filter(picks -> picks.size() > 1)
                    .forEach(picks -> read(picks).ifPresent(variants::add));
        }
        return variants;
    }

    private Optional<Variant> read(List<Pick> picks) {
        Map<String, String> named = new LinkedHashMap<>();
        picks.forEach(pick -> named.put(pick.point(), pick.option()));
        ModelEdit edit = picks.stream().map(Pick::edit).reduce(ModelEdit.NONE, ModelEdit::and);
        Problems found = new Problems();
        Optional<ModelSpec> model = Optional.empty();
        try {
            model = book.variant(of, edit, met, found);
        } catch (CanbaoException e) {
            found.addAll(e);
        }
        String under = "spec `" + of + "` was read with "
                + picks.stream()
                        .map(pick -> "alternative `" + pick.option() + "` of point `" + pick.point() + "`")
                        .collect(Collectors.joining(" and "));
        found.all().forEach(finding -> problems.add(finding.hint(under)));
        return model.map(read -> new Variant(named, read));
    }

    private static List<List<Pick>> alone(List<ChoicesReader.Point> points) {
        return points.stream()
                .flatMap(point -> picks(point).stream())
                .map(List::of)
                .toList();
    }

    private List<List<Pick>> all(List<ChoicesReader.Point> points) {
        List<List<Pick>> combinations = new ArrayList<>(List.of(List.of()));
        for (ChoicesReader.Point point : points) {
            List<List<Pick>> longer = new ArrayList<>();
            for (Pick pick : picks(point)) {
                combinations.forEach(picks -> longer.add(with(picks, pick)));
            }
            combinations.addAll(longer);
            if (combinations.size() > MOST) {
                throw Diagnostic.error(
                                YamlCode.TOO_LARGE,
                                "the options that change the spec combine to more than " + MOST + " specs")
                        .at(of.place())
                        .hint("leave points out with `points`, or say `combine: one-at-a-time`")
                        .toException();
            }
        }
        return combinations.subList(1, combinations.size());
    }

    private static List<Pick> picks(ChoicesReader.Point point) {
        return point.point().options().stream()
                .filter(ChoicePoint.Option::model)
                .map(option -> new Pick(point.point().id(), option.id(), point.edit(option.id())))
                .toList();
    }

    private static List<Pick> with(List<Pick> picks, Pick pick) {
        List<Pick> longer = new ArrayList<>(picks);
        longer.add(pick);
        return longer;
    }
}
