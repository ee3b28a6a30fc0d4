package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.canbao.report.page.StudyPage;
import org.canbao.sample.Ledger;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/** The page of a study: made again when anything on it changed. */
final class PageStage {
    private static final String FILE = "index.html";

    private final StudySpec study;
    private final RunRequest request;
    private final SampleStage sample;
    private final Exhibits exhibits;
    private final Steps steps;
    private final OutputFiles outputs;

    PageStage(
            StudySpec study,
            RunRequest request,
            SampleStage sample,
            Exhibits exhibits,
            Steps steps,
            OutputFiles outputs) {
        this.study = study;
        this.request = request;
        this.sample = sample;
        this.exhibits = exhibits;
        this.steps = steps;
        this.outputs = outputs;
    }

    /** Makes the page of everything, unless it is up to date. */
    void make(Ledger ledger, List<Manifest.InputRecord> inputs, Map<String, String> fingerprints) {
        Map<String, String> provenance = provenance(inputs);
        Map<String, String> others = new TreeMap<>(fingerprints);
        others.remove(FILE);
        String fingerprint = Fingerprint.of(
                Versions.build(), study.title(), ledger, others, provenance, request.lang(), sample.isSimulated());
        Optional<String> reason = steps.reason(steps.exhibits().get(FILE), fingerprint, List.of(FILE));
        if (reason.isPresent()) {
            StudyPage page = new StudyPage(study.title(), sample.isSimulated(), ledger, shown(), provenance);
            outputs.write(FILE, out -> out.write(page.html(request.lang()).getBytes(StandardCharsets.UTF_8)));
            steps.did("page " + FILE, reason.get());
        }
        fingerprints.put(FILE, fingerprint);
    }

    private List<StudyPage.Exhibit> shown() {
        List<StudyPage.Exhibit> shown = new ArrayList<>();
        for (TableSpec table : study.tables().values()) {
            shown.add(new StudyPage.Table(exhibits.model(table), Exhibits.filesOfTable(table.id())));
        }
        for (FigureSpec figure : study.figures().values()) {
            List<String> files = Exhibits.filesOfFigure(figure.id());
            String svg =
                    files.stream().filter(f -> f.endsWith(".svg")).findFirst().orElseThrow();
            try {
                shown.add(new StudyPage.Figure(figure.title(), Files.readString(outputs.path(svg)), files));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shown;
    }

    private Map<String, String> provenance(List<Manifest.InputRecord> inputs) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("canbao", Versions.canbao());
        lines.put("Java", Versions.java());
        lines.put("engine", Versions.engine());
        if (sample.protection().isOn()) {
            lines.put("privacy", "counts of persons below " + sample.protection().below() + " are suppressed");
        }
        study.privacy().flatMap(PrivacySpec::reason).ifPresent(reason -> lines.put("privacy", "all counts are shown: " + reason));
        for (Manifest.InputRecord input : inputs) {
            lines.put(
                    input.name(),
                    input.dataset() + ": "
                            + input.sources().stream()
                                    .map(s ->
                                            s.file() + " (SHA-256 " + s.sha256().substring(0, 16) + "…)")
                                    .collect(Collectors.joining(", ")));
        }
        return lines;
    }
}
