package org.canbao.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;

/**
 * The page of a study, in the language of the run and in the other, and its summary for the page of all studies: made again
 * when anything on them changed.
 */
final class PageStage {
    private static final String FILE = "index.html";

    private final StudySpec study;
    private final Lang lang;
    private final Steps steps;
    private final OutputFiles outputs;

    PageStage(StudySpec study, Lang lang, Steps steps, OutputFiles outputs) {
        this.study = study;
        this.lang = lang;
        this.steps = steps;
        this.outputs = outputs;
    }

    /** The file of the page in one language, in the folder of a study that was run in another. */
    static String file(Lang of, Lang run) {
        return of == run ? FILE : "index." + (of == Lang.ZH ? "zh" : "en") + ".html";
    }

    /**
     * Makes the pages, unless they are up to date.
     *
     * @param fingerprints what the exhibits depend on; that of the pages is added
     */
    void make(StudyPages pages, PublishedStage published, RunFacts facts, Map<String, String> fingerprints) {
        Map<String, String> others = new TreeMap<>(fingerprints);
        others.remove(FILE);
        String fingerprint = Fingerprint.of(
                Versions.build(), Versions.java(), study.title(), facts, others, study.published(), lang);
        Lang other = lang == Lang.EN ? Lang.ZH : Lang.EN;
        List<String> files = List.of(FILE, file(other, lang), StudySummary.FILE);
        Optional<String> reason = steps.reason(steps.exhibits().get(FILE), fingerprint, files);
        if (reason.isPresent()) {
            write(FILE, pages.in(lang, file(other, lang), facts).html(lang));
            write(file(other, lang), pages.in(other, FILE, facts).html(other));
            write(
                    StudySummary.FILE,
                    StudySummary.of(study, facts, lang, published).json());
            steps.did("page " + FILE, reason.get());
        }
        fingerprints.put(FILE, fingerprint);
    }

    private void write(String file, String text) {
        outputs.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
