package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.files.AtomicFile;
import org.canbao.privacy.Protection;
import org.canbao.result.Disclosure;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdDensity;
import org.canbao.spec.StudySpec;

/**
 * The estimates of a run: those up to date are read back, the others computed; each is a JSON file. Where counts of persons
 * are protected, that file has what may be shown, and the whole fit is kept with the sample.
 */
final class EstimateStage {
    private static final Logger LOG = LogManager.getLogger(EstimateStage.class);

    private final StudySpec study;
    private final SampleStages samples;
    private final Steps steps;
    private final OutputFiles outputs;
    private final EstimationOptions options;
    private final Path cache;
    private final SuppressedCounts suppressed;
    private final Map<String, Manifest.ResultRecord> records;

    EstimateStage(
            StudySpec study,
            SampleStages samples,
            Steps steps,
            OutputFiles outputs,
            EstimationOptions options,
            Path cache,
            SuppressedCounts suppressed) {
        this.suppressed = suppressed;
        this.cache = cache.resolve("results");
        this.study = study;
        this.samples = samples;
        this.steps = steps;
        this.outputs = outputs;
        this.options = options;
        this.records = new TreeMap<>(steps.results());
        records.keySet().retainAll(study.specs().keySet());
    }

    /** The fits of these specs, in the order of the study. */
    Map<String, Fit> fits(Iterable<String> ids) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        for (String id : ids) {
            ModelSpec spec = study.specs().get(id);
            if (spec == null) {
                throw new IllegalArgumentException("no spec " + id);
            }
            fits.put(id, fit(id, spec));
        }
        return fits;
    }

    /** What every result depends on, those of other runs included. */
    Map<String, Manifest.ResultRecord> records() {
        return records;
    }

    /** The fingerprint of a fit that this run has. */
    String fingerprint(String id) {
        Manifest.ResultRecord record = records.get(id);
        return record == null ? "" : record.fingerprint();
    }

    private Fit fit(String id, ModelSpec spec) {
        SampleStage sample = samples.ofSpec(id);
        String file = "results/" + id + ".json";
        Protection protection = protection(sample, spec);
        String fingerprint = protection.isOn()
                ? Fingerprint.of(Versions.build(), sample.rows(), spec.model(), spec, protection)
                : Fingerprint.of(Versions.build(), sample.rows(), spec.model(), spec);
        Manifest.ResultRecord recorded = steps.results().get(id);
        Optional<String> reason =
                steps.reason(recorded == null ? null : recorded.fingerprint(), fingerprint, List.of(file));
        Optional<Fit> known =
                reason.isEmpty() ? read(protection.isOn() ? cached(id) : outputs.path(file)) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        Fit whole = Estimators.estimate(spec, sample.open(), options);
        Disclosure disclosure = Disclosure.of(whole, protection);
        Fit fit = disclosure.fit();
        LOG.info("{}: {} path, {}", id, fit.inference().path(), fit.inference().pathReason());
        outputs.write(file, out -> out.write(FitJson.write(fit, protection).getBytes(StandardCharsets.UTF_8)));
        records.put(id, new Manifest.ResultRecord(fingerprint, fit.inference().n()));
        if (protection.isOn()) {
            AtomicFile.write(cached(id), FitJson.write(fit));
        }
        suppressed.put(SuppressedCounts.ofSpec(id), disclosure.hidden());
        steps.did("spec " + id, reason.orElse("its whole result is not kept here"));
        return fit;
    }

    /** The counts of a density of frequencies are of persons, whatever its rows are. */
    static Protection protection(SampleStage sample, ModelSpec spec) {
        Protection protection = sample.protection();
        return spec instanceof RdDensity density && density.frequencies().isPresent()
                ? protection.ofPersons()
                : protection;
    }

    private Path cached(String id) {
        return cache.resolve(id + ".json");
    }

    private static Optional<Fit> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FitJson.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
