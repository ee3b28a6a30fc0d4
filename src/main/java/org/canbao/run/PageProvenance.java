package org.canbao.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.canbao.report.page.Provenance;
import org.canbao.spec.StudySpec;

/** What a page was made from, as the manifest has it: without a time, and without a place on a disk. */
final class PageProvenance {
    private PageProvenance() {}

    static Provenance of(StudySpec study, RunFacts run) {
        List<Provenance.File> files = new ArrayList<>();
        files.add(new Provenance.File("", "", run.config().file(), run.config().sha256()));
        for (Manifest.InputRecord input : run.inputs()) {
            String dataset = input.dataset() + waves(input) + String.format(Locale.ROOT, " (%,d)", input.rows());
            input.sources().forEach(s -> files.add(new Provenance.File(input.name(), dataset, s.file(), s.sha256())));
        }
        String folder = study.published().orElse("");
        run.published().forEach(p -> files.add(new Provenance.File("", folder, p.file(), p.sha256())));
        return new Provenance(facts(run.seeds()), commands(study, run.simulated()), files);
    }

    private static String waves(Manifest.InputRecord input) {
        return input.wave().isEmpty() ? "" : " " + input.wave().replace(",", ", ");
    }

    private static Map<String, String> facts(Map<String, Long> seeds) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("canbao", Versions.canbao() + " (" + Versions.build() + ")");
        facts.put("Java", Versions.java());
        facts.put("engine", Versions.engine());
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
