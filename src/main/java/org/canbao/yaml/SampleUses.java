package org.canbao.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.OtherSamples;
import org.canbao.spec.StudySpec.SampleSpec;

/**
 * Which sample each spec, table and figure is about: the one that its key {@code sample} names. A spec that builds on another
 * is about the same, and so is a figure that shows one; a table of estimates reads none.
 */
final class SampleUses {
    /** The key. */
    static final String KEY = "sample";

    /** The keys by which a spec names the one that it builds on. */
    private static final List<String> BASES = List.of("spec", "of", "long");

    private final Located.Mapping root;
    private final Map<String, SampleSpec> samples;
    private final Map<String, Located> defaults;
    private final Problems problems;
    private final Set<String> names;

    SampleUses(
            Located.Mapping root, Map<String, SampleSpec> samples, Map<String, Located> defaults, Problems problems) {
        this.root = root;
        this.samples = samples;
        this.defaults = defaults;
        this.problems = problems;
        this.names = new LinkedHashSet<>(Set.of(OtherSamples.MAIN));
        entries("samples").forEach((name, entry) -> names.add(name));
    }

    /** All of it; findings are collected. */
    OtherSamples read(Map<String, FigureSpec> figures) {
        Map<String, Located.Mapping> specs = entries("specs");
        Map<String, String> said = new HashMap<>();
        specs.forEach((id, spec) -> named(spec).ifPresent(name -> said.put(id, name)));
        Optional<String> usual = Optional.ofNullable(defaults.get(KEY)).flatMap(this::name);
        Map<String, String> ofSpec = new HashMap<>();
        for (String id : specs.keySet()) {
            ofSpec.put(
                    id,
                    ofSpec(id, specs, said, new LinkedHashSet<>())
                            .or(() -> usual)
                            .orElse(OtherSamples.MAIN));
        }
        Map<String, String> ofTable = new HashMap<>();
        entries("tables").forEach((id, table) -> ofTable.put(id, named(table).orElse(OtherSamples.MAIN)));
        Map<String, String> ofFigure = new HashMap<>();
        entries("figures").forEach((id, figure) -> {
            List<ColumnRef> shown =
                    Optional.ofNullable(figures.get(id)).map(FigureSpec::specs).orElse(List.of());
            figure.get(KEY).filter(node -> !shown.isEmpty()).ifPresent(this::reportUnread);
            ofFigure.put(
                    id,
                    named(figure)
                            .orElseGet(() -> shown.stream()
                                    .map(spec -> ofSpec.getOrDefault(spec.name(), OtherSamples.MAIN))
                                    .findFirst()
                                    .orElse(OtherSamples.MAIN)));
        });
        return new OtherSamples(samples, ofSpec, ofTable, ofFigure);
    }

    private void reportUnread(Located node) {
        problems.add(Diagnostic.error(YamlCode.CONFLICT, "`sample` is not needed: what is shown are specs")
                .at(node.place())
                .hint("a spec says itself which sample it is about"));
    }

    /** What a spec says itself, or else the one that it builds on; both must be the same. */
    private Optional<String> ofSpec(
            String id, Map<String, Located.Mapping> specs, Map<String, String> said, Set<String> above) {
        boolean asked = above.isEmpty();
        Located.Mapping spec = specs.get(id);
        if (spec == null || !above.add(id)) {
            return Optional.empty();
        }
        Optional<String> base = BASES.stream()
                .flatMap(key -> spec.get(key).stream())
                .filter(Located.Scalar.class::isInstance)
                .map(node -> ((Located.Scalar) node).value())
                .flatMap(of -> ofSpec(of, specs, said, above).stream())
                .findFirst();
        Optional<String> own = Optional.ofNullable(said.get(id));
        if (asked && base.isPresent() && own.isPresent() && !base.equals(own)) {
            problems.add(Diagnostic.error(
                            YamlCode.CONFLICT,
                            "the spec is about sample `" + own.get() + "`, but builds on one about `" + base.get()
                                    + "`")
                    .at(spec.get(KEY).map(Located::place).orElse(spec.place())));
        }
        return own.or(() -> base);
    }

    private Optional<String> named(Located.Mapping entry) {
        return entry.get(KEY).flatMap(this::name);
    }

    private Optional<String> name(Located node) {
        try {
            return Optional.of(Declared.named(Values.scalar(node, "the name of a sample"), "sample", names)
                    .name());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }

    private Map<String, Located.Mapping> entries(String section) {
        Map<String, Located.Mapping> found = new LinkedHashMap<>();
        if (root.get(section).orElse(null) instanceof Located.Mapping mapping) {
            for (Located.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Located.Mapping text) {
                    found.put(entry.name(), text);
                }
            }
        }
        return found;
    }
}
