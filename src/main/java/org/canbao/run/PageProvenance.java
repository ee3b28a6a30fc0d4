package org.canbao.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.canbao.report.page.Provenance;
import org.canbao.sample.Ledger;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;

/** What a page was made from, as the manifest has it: without a time, and without a place on a disk. */
final class PageProvenance {
    private PageProvenance() {}

    static Provenance of(StudySpec study, RunFacts run) {
        List<Provenance.File> files = new ArrayList<>();
        files.add(new Provenance.File("", "", run.config().file(), run.config().sha256()));
        for (Manifest.InputRecord input : run.inputs()) {
            String dataset = input.dataset() + waves(input) + String.format(Locale.ROOT, " (%,d)", input.rows());
            addAll(files, input.name(), dataset, input.sources());
        }
        addAll(files, "", study.published().orElse(""), run.published());
        return new Provenance(facts(study, run), commands(study, run.simulated()), files);
    }

    /** What several files have in common stands at the first of them. */
    private static void addAll(
            List<Provenance.File> files, String input, String dataset, List<Manifest.FileHash> added) {
        for (int i = 0; i < added.size(); i++) {
            boolean first = i == 0;
            files.add(new Provenance.File(
                    first ? input : "",
                    first ? dataset : "",
                    added.get(i).file(),
                    added.get(i).sha256()));
        }
    }

    private static String waves(Manifest.InputRecord input) {
        return input.wave().isEmpty() ? "" : " " + input.wave().replace(",", ", ");
    }

    private static Map<String, String> facts(StudySpec study, RunFacts run) {
        Map<String, Long> seeds = run.seeds();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("canbao", Versions.canbao() + " (" + Versions.build() + ")");
        facts.put("Java", Versions.java());
        facts.put("engine", Versions.engine());
        int below = run.ledgers().values().stream()
                .mapToInt(Ledger::suppressBelow)
                .max()
                .orElse(0);
        if (below > 0) {
            facts.put("privacy", "counts of persons below " + below + " are suppressed");
        }
        study.privacy()
                .flatMap(PrivacySpec::reason)
                .ifPresent(reason -> facts.put("privacy", "all counts are shown: " + reason));
        if (!seeds.isEmpty()) {
            facts.put(
                    "seed",
                    seeds.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return facts;
    }

    private static List<String> commands(StudySpec study, boolean simulated) {
        List<String> commands = new ArrayList<>();
        commands.add((simulated ? "canbao replicate " : "canbao run ") + study.id());
        if (study.published().isPresent()) {
            commands.add("canbao compare " + study.id());
            commands.add("canbao audit " + study.id());
        }
        commands.add("canbao verify out/" + study.id() + " --rerun");
        return commands;
    }
}
