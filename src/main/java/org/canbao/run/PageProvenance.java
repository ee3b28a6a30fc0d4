package org.canbao.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.report.page.Provenance;
import org.canbao.report.table.FitFacts;
import org.canbao.sample.Ledger;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;

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

    private static List<FitFacts.Fact> facts(StudySpec study, RunFacts run) {
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact("canbao", "canbao", Text.of(Versions.canbao() + " (" + Versions.build() + ")")));
        facts.add(fact("Java", "Java", Text.of(Versions.java())));
        facts.add(fact("engine", "数据引擎", Text.of(Versions.engine())));
        privacy(study, run).ifPresent(text -> facts.add(fact("privacy", "隐私保护", text)));
        if (!run.seeds().isEmpty()) {
            String seeds = run.seeds().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue())
                    .collect(Collectors.joining(", "));
            facts.add(fact("seed", "随机种子", Text.of(seeds)));
        }
        return facts;
    }

    private static FitFacts.Fact fact(String en, String zh, Text value) {
        return new FitFacts.Fact(new Text(en, zh), value);
    }

    private static Optional<Text> privacy(StudySpec study, RunFacts run) {
        Optional<String> reason = study.privacy().flatMap(PrivacySpec::reason);
        if (reason.isPresent()) {
            return reason.map(why -> new Text("all counts are shown: " + why, "显示全部人数：" + why));
        }
        int below = run.ledgers().values().stream()
                .mapToInt(Ledger::suppressBelow)
                .max()
                .orElse(0);
        return below == 0
                ? Optional.empty()
                : Optional.of(
                        new Text("counts of persons below " + below + " are suppressed", "小于" + below + "的人数不显示"));
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
