package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.HonestDid;
import org.canbao.spec.ModelSpec;

/** Reads sensitivity analyses of event studies. */
final class HonestDidReader implements ModelReader {
    private static final String AVERAGE = "average";
    private static final int DEFAULT_DRAWS = 1000;
    private static final int FEWEST_DRAWS = 200;
    private static final int MOST_DRAWS = 100_000;
    /** The models whose estimates by event time are all relative to one reference. */
    private static final Set<String> MODELS = new TreeSet<>(Set.of("event-study", "sun-abraham", "callaway-santanna"));

    private static final KeySet KEYS = KeySet.of(
            "spec of model `honest-did`",
            "model",
            "the model that is estimated",
            "of",
            "id of the spec with estimates by event time, or such a spec: {model: event-study, …}",
            "target",
            "the event time whose effect is wanted, 0 by default, or `average` over all from 0 on",
            "smoothness",
            "values of M: how much the slope of the difference in trends may change between periods",
            "magnitudes",
            "values of M̄: how much the difference in trends may change, as a multiple of its largest change before",
            "draws",
            "draws for critical values under `magnitudes`; 1000 by default",
            "seed",
            "seed of the draws; that of the study, or 1, by default");

    @Override
    public String model() {
        return "honest-did";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec> of = fields.required("of", scope.bases()::read).flatMap(found -> found);
        OptionalInt target = fields.optional("target", HonestDidReader::target).orElse(OptionalInt.of(0));
        List<Double> smoothness =
                fields.optional("smoothness", HonestDidReader::bounds).orElse(List.of());
        List<Double> magnitudes =
                fields.optional("magnitudes", HonestDidReader::bounds).orElse(List.of());
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, FEWEST_DRAWS, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        of.ifPresent(base -> checkBase(fields, base));
        if (!fields.has("smoothness") && !fields.has("magnitudes")) {
            fields.report(
                    "smoothness",
                    Diagnostic.error(YamlCode.MISSING_KEY, "one of `smoothness` and `magnitudes` is needed")
                            .hint("for example `magnitudes: [0.5, 1, 1.5, 2]` or `smoothness: [0, 0.01, 0.02]`"));
        }
        return fields.failed() || of.isEmpty()
                ? Optional.empty()
                : Optional.of(new HonestDid(of.get(), target, smoothness, magnitudes, draws, seed));
    }

    private static void checkBase(Fields fields, ModelSpec base) {
        if (!MODELS.contains(base.model())) {
            fields.report(
                    "of",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "model `" + base.model() + "` has no estimates relative to one reference period")
                            .nearest(Nearest.to(base.model(), MODELS))
                            .hint("models that have: " + String.join(", ", MODELS)));
        }
    }

    private static OptionalInt target(Located node) {
        String value = Values.text(node);
        if (value.equals(AVERAGE)) {
            return OptionalInt.empty();
        }
        if (!value.matches("\\d{1,3}")) {
            throw Values.wrongKind(node, "an event time from 0 on, or `" + AVERAGE + "`");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    private static List<Double> bounds(Located node) {
        return Values.oneOrMore(node, HonestDidReader::bound).stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static double bound(Located node) {
        double value = Values.number(node);
        if (!(value >= 0)) {
            throw Values.wrongKind(node, "a number that is not negative");
        }
        return value;
    }
}
