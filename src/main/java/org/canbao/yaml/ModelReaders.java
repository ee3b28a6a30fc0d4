package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Ordered;

/** The models that canbao has, and the way from a mapping to the spec of one of them. */
final class ModelReaders {
    /** One reader per model, in the order in which they are listed. */
    static final List<ModelReader> ALL = List.of(
            new OlsReader(), //
            new EventStudyReader(),
            new RdPolynomialReader(),
            new RdLocalReader(),
            new RdDensityReader(),
            new RdPlotReader(),
            new RdRandomizationReader(),
            new RdRobustnessReader(),
            new CallawaySantannaReader(),
            new SunAbrahamReader(),
            new ImputationReader(),
            new BaconReader(),
            new TwfeWeightsReader(),
            new HonestDidReader(),
            new IvReader(),
            new PoissonReader(),
            new LogitReader(),
            new OrderedReader(Ordered.Link.LOGIT),
            new OrderedReader(Ordered.Link.PROBIT),
            new RandomizationReader(),
            new RomanoWolfReader(),
            new GroupDifferenceReader(),
            new ExactTestReader(),
            new OsterReader(),
            new PlaceboReader());

    /** The reader of each model. */
    static final Choice<ModelReader> BY_NAME = new Choice<>("model", byName());

    /** The keys of all models together, for defaults. */
    static final KeySet ANY_MODEL =
            ALL.stream().map(ModelReader::keys).reduce(new KeySet("`defaults`", Map.of()), KeySet::and);

    private ModelReaders() {}

    private static Map<String, ModelReader> byName() {
        Map<String, ModelReader> readers = new LinkedHashMap<>();
        ALL.forEach(r -> readers.put(r.model(), r));
        return readers;
    }

    /**
     * Reads one spec.
     *
     * @param id its key
     * @param defaults values for keys that it does not have
     * @return empty if there was a finding
     */
    static Optional<ModelSpec> read(
            String id,
            Located.Mapping spec,
            Place place,
            Map<String, Located> defaults,
            SpecScope scope,
            Problems problems) {
        Optional<Located> model = spec.get("model").or(() -> Optional.ofNullable(defaults.get("model")));
        if (model.isEmpty()) {
            problems.add(missingModel(spec, place));
            return Optional.empty();
        }
        ModelReader reader;
        try {
            reader = BY_NAME.read(model.get());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
        Fields fields = new Fields(spec, defaults, reader.keys(), problems, place);
        return reader.read(id, fields, scope);
    }

    private static Diagnostic missingModel(Located.Mapping spec, Place place) {
        Diagnostic finding = Diagnostic.error(YamlCode.MISSING_KEY, "key `model` is missing")
                .at(place)
                .hint("models: " + String.join(", ", BY_NAME.names()));
        return spec.get("study").isPresent() ? finding.hint("this is a whole study: `canbao run` reads it") : finding;
    }
}
