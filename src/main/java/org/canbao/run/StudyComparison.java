package org.canbao.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.canbao.compare.CompareCode;
import org.canbao.compare.ComparePage;
import org.canbao.compare.CompareText;
import org.canbao.compare.Comparer;
import org.canbao.compare.Comparison;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.files.AtomicFile;
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
        Path published = study.published()
                .map(Path.of(study.file())::resolveSibling)
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

    /** Writes a comparison into the study's folder, in all its formats. */
    public static void write(Comparison comparison, Path out, Lang lang) {
        Path folder = out.resolve(comparison.study());
        List<String> texts = List.of(
                ComparePage.markdown(comparison, lang),
                ComparePage.html(comparison, lang),
                CompareText.csv(comparison),
                CompareText.json(comparison));
        for (int i = 0; i < FILES.size(); i++) {
            AtomicFile.write(folder.resolve(FILES.get(i)), texts.get(i));
        }
    }
}
