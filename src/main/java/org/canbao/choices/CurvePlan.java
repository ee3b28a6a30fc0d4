package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.canbao.result.SpecificationCurve.Coverage;
import org.canbao.result.SpecificationCurve.Inert;
import org.canbao.result.SpecificationCurve.Point;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SampleEdit;

/** The estimations of a curve: each combination of options, but for those that are the same estimation as another one. */
final class CurvePlan<T extends Task> {
    private final CurveSpec curve;
    private final Compiler<T> compiler;
    private final Map<Map<String, String>, ModelSpec> variants = new HashMap<>();
    private final List<Inert> inert = new ArrayList<>();
    private final List<List<Integer>> options;
    private final Map<String, Chosen<T>> chosen = new LinkedHashMap<>();
    private final Coverage coverage;

    /** Makes a task of a spec under some edits. */
    @FunctionalInterface
    interface Compiler<T extends Task> {
        /** The task. */
        T of(ModelSpec model, List<SampleEdit> edits);
    }

    /** A combination and its task. */
    record Chosen<T extends Task>(List<Integer> picks, T task) {}

    /** Plans a curve. */
    CurvePlan(CurveSpec curve, Compiler<T> compiler) {
        this.curve = curve;
        this.compiler = compiler;
        curve.variants().forEach(variant -> variants.put(variant.picks(), variant.model()));
        this.options = live();
        Combinations combinations = new Combinations(curve, options);
        long[] same = new long[1];
        Set<List<Integer>> seen = new HashSet<>();
        combinations.visit(picks -> {
            if (!seen.add(picks)) {
                return false;
            }
            T task = task(picks);
            boolean fresh = chosen.putIfAbsent(task.key(), new Chosen<>(picks, task)) == null;
            same[0] += fresh ? 0 : 1;
            return fresh;
        });
        this.coverage = new Coverage(combinations.size(), combinations.isDrawn(), curve.seed(), same[0]);
    }

    /** The combinations. */
    List<Chosen<T>> chosen() {
        return List.copyOf(chosen.values());
    }

    /** Which combinations these are. */
    Coverage coverage() {
        return coverage;
    }

    /** Options that change nothing that the spec reads. */
    List<Inert> inert() {
        return inert;
    }

    /** The points that have more than one option. */
    List<Point> points() {
        return shown().mapToObj(p -> new Point(
                        curve.points().get(p).id(),
                        options.get(p).stream().map(o -> option(p, o).id()).toList()))
                .toList();
    }

    /** The options of a combination, for these points. */
    List<String> options(Chosen<T> one) {
        return shown().mapToObj(p -> option(p, one.picks().get(p)).id()).toList();
    }

    private IntStream shown() {
        return IntStream.range(0, options.size()).filter(p -> options.get(p).size() > 1);
    }

    /** The options of each point that change something by themselves. */
    private List<List<Integer>> live() {
        List<Integer> defaults =
                new ArrayList<>(curve.points().stream().map(p -> 0).toList());
        String unchanged = task(defaults).key();
        List<List<Integer>> live = new ArrayList<>();
        for (int p = 0; p < defaults.size(); p++) {
            ChoicePoint point = curve.points().get(p);
            List<Integer> own = new ArrayList<>(List.of(0));
            for (int o = 1; o < point.options().size(); o++) {
                defaults.set(p, o);
                if (task(defaults).key().equals(unchanged)) {
                    inert.add(new Inert(point.id(), point.options().get(o).id()));
                } else {
                    own.add(o);
                }
            }
            defaults.set(p, 0);
            live.add(own);
        }
        return live;
    }

    private T task(List<Integer> picks) {
        Map<String, String> changing = new TreeMap<>();
        List<SampleEdit> edits = new ArrayList<>();
        for (int p = 0; p < picks.size(); p++) {
            ChoicePoint.Option option = option(p, picks.get(p));
            edits.add(option.sample());
            if (option.model()) {
                changing.put(curve.points().get(p).id(), option.id());
            }
        }
        ModelSpec model = variants.get(changing);
        if (model == null) {
            throw new IllegalStateException("no variant of " + curve.of() + " for " + changing);
        }
        return compiler.of(model, edits);
    }

    private ChoicePoint.Option option(int point, int option) {
        return curve.points().get(point).options().get(option);
    }
}
