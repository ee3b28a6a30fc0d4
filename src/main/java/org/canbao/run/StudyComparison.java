package org.canbao.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.compare.CompareCode;
import org.canbao.compare.ComparePage;
import org.canbao.compare.CompareText;
import org.canbao.compare.Comparer;
import org.canbao.compare.Comparison;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;

/** Compares the results of a study with the numbers that it names as published. */
public final class StudyComparison {
    /** The files that are written beside the results. */
    public static final List<String> FILES = List.of("compare.md", "compare.html", "compare.csv", "compare.json");

    private StudyComparison() {}

    /**
     * Compares what a study has left in its output folder; nothing is run.
     *
     * @param file the study file
     * @param out the folder of all outputs
     * @throws org.canbao.diag.CanbaoException if the study has not been run, or names no published numbers
     */
    public static Comparison of(Path file, Path out) {
        StudySpec study = StudyReader.read(file, new Problems());
        Path published = PublishedNumbers.folder(study)
                .orElseThrow(() -> Diagnostic.error(
                                CompareCode.NO_PUBLISHED, "study `" + study.id() + "` names no published numbers")
                        .at(Place.of(study.file()))
                        .hint("`published: published/" + study.id() + "` names their folder, beside the study file")
                        .toException());
        PublishedNumbers.of(study);
        Path folder = out.resolve(study.id());
        Optional<Manifest> manifest = ManifestFile.readIfWhole(folder);
        boolean simulated = manifest.map(Manifest::simulated).orElse(false);
        return Comparer.compare(study.id(), study.title(), published, folder, simulated);
    }

    /** A comparison in all its formats, by file. */
    static Map<String, String> texts(Comparison comparison, Lang lang) {
        List<String> all = List.of(
                ComparePage.markdown(comparison, lang),
                ComparePage.html(comparison, lang),
                CompareText.csv(comparison),
                CompareText.json(comparison));
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            texts.put(FILES.get(i), all.get(i));
        }
        return texts;
    }

    /** Writes a comparison into the study's folder, in all its formats, and the hashes of these into its manifest. */
    public static void write(Comparison comparison, Path out, Lang lang) {
        try (StudyFolder mine = StudyFolder.open(out, comparison.study(), RunListener.SILENT)) {
            Optional<Manifest> before = ManifestFile.readIfWhole(mine.path());
            OutputFiles outputs = new OutputFiles(mine.path(), Map.of());
            texts(comparison, lang)
                    .forEach((name, text) ->
                            outputs.write(name, file -> file.write(text.getBytes(StandardCharsets.UTF_8))));
            before.ifPresent(manifest ->
                    ManifestFile.write(mine.path(), manifest.withOutputs(outputs.hashes(), PublishedStage.COMPARE)));
        }
    }
}
