package org.canbao.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.canbao.audit.AuditFolders;
import org.canbao.audit.AuditPage;
import org.canbao.audit.AuditReport;
import org.canbao.audit.AuditText;
import org.canbao.compare.Comparer;
import org.canbao.compare.Comparison;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.jspecify.annotations.Nullable;

/** What was printed of a study: beside its results, and beside itself. Both are done when something they need changed. */
final class PublishedStage {
    /** The fingerprint of the comparison in a manifest. */
    static final String COMPARE = "compare.*";
    /** The fingerprint of the audit in a manifest. */
    static final String AUDIT = "audit.*";

    private static final List<String> AUDIT_FILES = List.of("audit.md", "audit.html", "audit.csv", "audit.json");

    private final StudySpec study;
    private final Lang lang;
    private final boolean simulated;
    private final Steps steps;
    private final OutputFiles outputs;
    private @Nullable Comparison comparison;
    private @Nullable AuditReport audit;

    PublishedStage(StudySpec study, Lang lang, boolean simulated, Steps steps, OutputFiles outputs) {
        this.study = study;
        this.lang = lang;
        this.simulated = simulated;
        this.steps = steps;
        this.outputs = outputs;
    }

    /** Makes both, unless they are up to date, and adds their fingerprints. */
    void make(List<Manifest.FileHash> published, Map<String, String> fingerprints) {
        fingerprints.remove(COMPARE);
        fingerprints.remove(AUDIT);
        if (isCompared()) {
            String made = Fingerprint.of(Versions.build(), study.title(), lang, simulated, published, results());
            make(COMPARE, made, StudyComparison.FILES, fingerprints, () -> StudyComparison.texts(comparison(), lang));
        }
        if (study.published().isPresent()) {
            String made = Fingerprint.of(Versions.build(), lang, published);
            make(AUDIT, made, AUDIT_FILES, fingerprints, this::auditTexts);
        }
    }

    /** The comparison; empty if the study names no printed numbers, or if nothing says what replicates them. */
    Optional<Comparison> compared() {
        return isCompared() ? Optional.of(comparison()) : Optional.empty();
    }

    /** The audit; empty if the study names no printed numbers. */
    Optional<AuditReport> audited() {
        return study.published().isPresent() ? Optional.of(audit()) : Optional.empty();
    }

    private boolean isCompared() {
        return study.published().isPresent() && Files.isRegularFile(folder().resolve(Comparer.MAP));
    }

    private Path folder() {
        return PublishedNumbers.folder(study).orElseThrow();
    }

    private Comparison comparison() {
        if (comparison == null) {
            comparison = Comparer.compare(study.id(), study.title(), folder(), outputs.path(""), simulated);
        }
        return comparison;
    }

    private AuditReport audit() {
        if (audit == null) {
            audit = new AuditReport(
                    AuditFolders.beside(folder()).audit(folder().getFileName().toString()));
        }
        return audit;
    }

    /** What is compared: all results, and tables as CSV. */
    private Map<String, String> results() {
        Map<String, String> results = new LinkedHashMap<>();
        outputs.hashes().forEach((name, hash) -> {
            if (name.startsWith("results/") || (name.startsWith("tables/") && name.endsWith(".csv"))) {
                results.put(name, hash);
            }
        });
        return results;
    }

    private Map<String, String> auditTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> all = List.of(
                AuditPage.markdown(audit(), lang),
                AuditPage.html(audit(), lang),
                AuditText.csv(audit(), lang),
                AuditText.json(audit()));
        for (int i = 0; i < all.size(); i++) {
            texts.put(AUDIT_FILES.get(i), all.get(i));
        }
        return texts;
    }

    private void make(
            String what,
            String fingerprint,
            List<String> files,
            Map<String, String> fingerprints,
            Supplier<Map<String, String>> texts) {
        Optional<String> reason = steps.reason(steps.exhibits().get(what), fingerprint, files);
        if (reason.isPresent()) {
            texts.get()
                    .forEach((name, text) ->
                            outputs.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
            steps.did(what, reason.get());
        }
        fingerprints.put(what, fingerprint);
    }
}
