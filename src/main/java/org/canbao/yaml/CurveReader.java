package org.canbao.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.CurveSpec.Combine;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/** Reads one entry of {@code curves} of the choices of a study. */
final class CurveReader {
    static final KeySet KEYS = new KeySet("a curve", ExhibitHead.KEYS.docs())
            .and(KeySet.of(
                    "a curve",
                    "of",
                    "the spec that is estimated again and again",
                    "coefficient",
                    "which of its coefficients is drawn",
                    "points",
                    "the open points that are gone through; all of them by default",
                    "combine",
                    "whether each option goes with every option of the other points (default), or alone",
                    "limit",
                    "how many specifications at most, 2000 by default; where there are more, so many are drawn at random",
                    "seed",
                    "seed of that draw; that of the study by default"));

    static final Choice<Combine> COMBINE = Choice.ofNames("combine", Combine.ALL, Combine.ONE_AT_A_TIME);
    static final int MOST = 50_000;
    private static final int USUAL = 2_000;

    private final SpecBook book;
    private final Declared declared;
    private final long seed;
    private final Problems problems;
    private final Set<String> met = new LinkedHashSet<>();

    /**
     * A reader.
     *
     * @param book the specs of the study
     * @param declared their names
     * @param seed of draws that do not say their own
     */
    CurveReader(SpecBook book, Declared declared, long seed, Problems problems) {
        this.book = book;
        this.declared = declared;
        this.seed = seed;
        this.problems = problems;
    }

    /**
     * The curve; empty if there was a finding.
     *
     * @param points the open points by id; empty where one could not be read
     */
    Optional<CurveSpec> read(
            Located.Scalar id, Located.Mapping mapping, Map<String, Optional<ChoicesReader.Point>> points) {
        Fields fields = new Fields(mapping, KEYS, problems, id.place());
        ExhibitHead head = ExhibitHead.read(id.value(), fields);
        Optional<ColumnRef> of = fields.required("of", declared::spec);
        Optional<String> coefficient = fields.required("coefficient", Values::text);
        List<ChoicesReader.Point> chosen = fields.optional("points", node -> points(node, points))
                .orElse(readable(points));
        Combine combine = fields.optional("combine", COMBINE::read).orElse(Combine.ALL);
        int limit = fields.optional("limit", node -> Values.wholeBetween(node, 1, MOST))
                .orElse(USUAL);
        long draws = fields.optional("seed", Values::whole).orElse(seed);
        Optional<ModelSpec> base = of.map(ColumnRef::name).map(declared.specs()::get);
        if (combine == Combine.ALL && !fields.failed()) {
            new ChoiceConflicts(chosen).report(fields);
        }
        if (fields.failed() || base.isEmpty() || chosen.isEmpty()) {
            return Optional.empty();
        }
        VariantReader variants = new VariantReader(book, of.get(), met, problems);
        List<CurveSpec.Variant> read = new ArrayList<>(List.of(new CurveSpec.Variant(Map.of(), base.get())));
        fields.optional("of", node -> read.addAll(variants.read(chosen, combine)));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new CurveSpec(
                        id.value(),
                        head.title(),
                        head.notes(),
                        of.get(),
                        coefficient.orElseThrow(),
                        chosen.stream().map(ChoicesReader.Point::point).toList(),
                        combine,
                        limit,
                        draws,
                        read,
                        id.place()));
    }

    private static List<ChoicesReader.Point> readable(Map<String, Optional<ChoicesReader.Point>> points) {
        return points.values().stream().flatMap(Optional::stream).toList();
    }

    private static List<ChoicesReader.Point> points(
            Located node, Map<String, Optional<ChoicesReader.Point>> points) {
        if (node instanceof Located.Scalar scalar && scalar.value().equals("all")) {
            return readable(points);
        }
        Set<String> asked = new LinkedHashSet<>(Values.oneOrMore(
                node,
                item -> Declared.named(Values.scalar(item, "the id of an open point"), "open point", points.keySet())
                        .name()));
        return readable(points).stream()
                .filter(p -> asked.contains(p.point().id()))
                .toList();
    }

    /** Reports terms that alternatives take out and that no spec of any curve has. */
    void reportTermsNeverMet(Collection<ChoicesReader.Point> points) {
        if (met.isEmpty()) {
            return;
        }
        Set<Set<String>> known = new LinkedHashSet<>();
        met.forEach(text -> known.add(Set.of(text.split(":"))));
        for (ChoicesReader.Point point : points) {
            for (ChoicePoint.Option option : point.point().options()) {
                for (Term term : point.edit(option.id()).without()) {
                    if (!known.contains(TermParser.factorsOf(term))) {
                        problems.add(Diagnostic.error(
                                        YamlCode.UNKNOWN_NAME,
                                        "no spec of a curve has the term `" + term.text() + "` to be left out")
                                .at(term.place())
                                .nearest(Nearest.to(term.text(), met)));
                    }
                }
            }
        }
    }
}
