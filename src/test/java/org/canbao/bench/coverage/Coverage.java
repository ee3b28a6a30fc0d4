package org.canbao.bench.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.files.Folders;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.VcovSpec;
import org.canbao.yaml.StudyReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** How often the intervals of the study of instant settlement hold the truth, over simulated surveys. */
public final class Coverage {
    private static final long FIRST_SEED = 1_000;

    private final StudySpec study;
    private final Path folder;
    private final double scale;
    private final Map<Claim, Tally> tallies = new LinkedHashMap<>();

    Coverage(Path study, Path folder, double scale) {
        this.study = StudyReader.read(study, new Problems());
        this.folder = folder;
        this.scale = scale;
        Claims.ALL.forEach(claim -> tallies.put(claim, new Tally()));
    }

    /**
     * Writes the page.
     *
     * @param root the project
     * @param surveys how many
     */
    public static void write(Path root, Path folder, int surveys) throws IOException {
        double scale = 0.05;
        Coverage coverage = new Coverage(root.resolve("configs/instant-settlement.yaml"), folder, scale);
        for (int s = 0; s < surveys; s++) {
            coverage.survey(FIRST_SEED + s);
            System.out.println((s + 1) + " of " + surveys);
        }
        Files.writeString(root.resolve("docs/coverage.md"), new CoveragePage(surveys, scale).text(coverage.tallies));
    }

    /** Estimates everything in one more survey. */
    void survey(long seed) throws IOException {
        Path place = folder.resolve("coverage-" + seed);
        try (CmdsSample survey = new CmdsSample(place, seed, scale)) {
            Sample sample = survey.build(study);
            Map<String, Map<String, Double>> truth = numbers(survey.truth());
            Map<ModelSpec, Fit> fits = new HashMap<>();
            for (Claim claim : Claims.ALL) {
                ModelSpec spec = Objects.requireNonNull(study.specs().get(claim.spec()));
                Coefficient found = estimate(fits, spec, sample, claim);
                Optional<Coefficient> cr2 = withCr2(spec).map(other -> estimate(fits, other, sample, claim));
                tallies.get(claim).add(found, cr2, claim.truth(truth));
            }
        } finally {
            Folders.delete(place);
        }
    }

    private static Coefficient estimate(Map<ModelSpec, Fit> fits, ModelSpec spec, Sample sample, Claim claim) {
        return fits.computeIfAbsent(spec, s -> Estimators.estimate(s, sample, EstimationOptions.DEFAULT))
                .coefficient(claim.coefficient())
                .orElseThrow();
    }

    /** The same regression with Bell and McCaffrey's covariance and a t distribution for each coefficient. */
    private static Optional<ModelSpec> withCr2(ModelSpec spec) {
        return spec instanceof ModelSpec.Ols || spec instanceof ModelSpec.EventStudy
                ? spec.with(spec.common()
                        .with(new VcovSpec.ClusterRobust(
                                spec.common().vcov().clusters().get(0), VcovSpec.Adjustment.CR2, true)))
                : Optional.empty();
    }

    Map<Claim, Tally> tallies() {
        return tallies;
    }

    /** The sections of a truth file that hold numbers. */
    private static Map<String, Map<String, Double>> numbers(String yaml) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<String, Map<String, Double>> numbers = new HashMap<>();
        root.forEach((section, content) -> {
            if (content instanceof Map<?, ?> entries) {
                Map<String, Double> values = new HashMap<>();
                entries.forEach((key, value) -> values.put((String) key, ((Number) value).doubleValue()));
                numbers.put((String) section, values);
            }
        });
        return numbers;
    }
}
