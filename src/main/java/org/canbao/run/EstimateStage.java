package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;

/** The estimates of a run: those up to date are read back, the others computed; each is a JSON file. */
final class EstimateStage {
    private static final Logger LOG = LogManager.getLogger(EstimateStage.class);

    private final StudySpec study;
    private final SampleStages samples;
    private final Steps steps;
    private final OutputFiles outputs;
    private final EstimationOptions options;
    private final Map<String, Manifest.ResultRecord> records;

    EstimateStage(StudySpec study, SampleStages samples, Steps steps, OutputFiles outputs, EstimationOptions options) {
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
        String fingerprint = Fingerprint.of(Versions.build(), sample.rows(), spec.model(), spec);
        Manifest.ResultRecord recorded = steps.results().get(id);
        Optional<String> reason =
                steps.reason(recorded == null ? null : recorded.fingerprint(), fingerprint, List.of(file));
        if (reason.isEmpty()) {
            return read(file);
        }
        Fit fit = Estimators.estimate(spec, sample.open(), options);
        LOG.info("{}: {} path, {}", id, fit.inference().path(), fit.inference().pathReason());
        outputs.write(file, out -> out.write(FitJson.write(fit).getBytes(StandardCharsets.UTF_8)));
        records.put(id, new Manifest.ResultRecord(fingerprint, fit.inference().n()));
        steps.did("spec " + id, reason.get());
        return fit;
    }

    private Fit read(String file) {
        try {
            return FitJson.read(Files.readString(outputs.path(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
