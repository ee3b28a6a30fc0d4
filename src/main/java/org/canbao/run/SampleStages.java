package org.canbao.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.canbao.data.Variable;
import org.canbao.privacy.Protection;
import org.canbao.sample.Ledger;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.OtherSamples;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** The samples of a run, the main one first, and which of them specs and exhibits are about. */
final class SampleStages implements AutoCloseable {
    private final StudySpec study;
    private final Map<String, SampleStage> stages = new LinkedHashMap<>();
    private final Map<String, Ledger> ledgers = new LinkedHashMap<>();

    /**
     * The samples of a study.
     *
     * @param inputs all inputs that are there
     * @param records what the manifest says of them
     * @param cache where samples are kept
     */
    SampleStages(
            StudySpec study, List<ResolvedInput> inputs, List<Manifest.InputRecord> records, Path cache, int threads) {
        this.study = study;
        study.samples()
                .keySet()
                .forEach(name -> stages.put(name, new SampleStage(name, study, inputs, records, cache, threads)));
    }

    /** Builds those that are not up to date; gives the ledger of each, by name. */
    Map<String, Ledger> ensure(Steps steps, OutputFiles outputs, RunListener listener) {
        stages.forEach((name, stage) -> ledgers.put(name, stage.ensure(steps, outputs, listener)));
        return ledgers;
    }

    /** The ledgers of all but the main one. */
    List<Ledger> furtherLedgers() {
        return ledgers.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OtherSamples.MAIN))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The variables of all, for labels. */
    List<Variable> variables() {
        return stages.values().stream()
                .flatMap(stage -> stage.variables().stream())
                .toList();
    }

    /** What the manifest says of them. */
    Map<String, Manifest.SampleRecord> records() {
        Map<String, Manifest.SampleRecord> records = new TreeMap<>();
        ledgers.forEach((name, ledger) ->
                records.put(name, new Manifest.SampleRecord(stage(name).fingerprint(), ledger.rows())));
        return records;
    }

    /** The main sample. */
    SampleStage main() {
        return stage(OtherSamples.MAIN);
    }

    /** The sample of a spec. */
    SampleStage ofSpec(String id) {
        return stage(study.others().ofSpec(id));
    }

    /** The sample that a table reads. */
    SampleStage of(TableSpec table) {
        return stage(study.others().ofTable(table.id()));
    }

    /** The sample that a figure reads. */
    SampleStage of(FigureSpec figure) {
        return stage(study.others().ofFigure(figure.id()));
    }

    /** All that a table is made from: the sample that it reads, and those of the estimates that it shows. */
    Background behind(TableSpec table) {
        return background(table.columnsRead().isEmpty() ? List.of() : List.of(of(table)), table.specs());
    }

    /** All that a figure is made from. */
    Background behind(FigureSpec figure) {
        return background(List.of(of(figure)), figure.specs());
    }

    /** Whether any of them was simulated. */
    boolean isSimulated() {
        return stages.values().stream().anyMatch(SampleStage::isSimulated);
    }

    /**
     * What exhibits say of the data they are made from.
     *
     * @param simulated whether any was simulated
     * @param variables their variables, for labels
     * @param sources what they are
     * @param protection which counts of persons may be shown: the strictest of all
     */
    record Background(boolean simulated, List<Variable> variables, List<Text> sources, Protection protection) {
        Background {
            variables = List.copyOf(variables);
            sources = List.copyOf(sources);
        }
    }

    @Override
    public void close() {
        stages.values().forEach(SampleStage::close);
    }

    /** The strictest protection of all samples. */
    Protection protection() {
        return strictest(stages.values());
    }

    private static Protection strictest(Collection<SampleStage> of) {
        return of.stream()
                .map(SampleStage::protection)
                .max(Comparator.comparingInt(Protection::below))
                .orElse(Protection.NONE);
    }

    private SampleStage stage(String name) {
        SampleStage stage = stages.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("no sample " + name);
        }
        return stage;
    }

    private Background background(List<SampleStage> read, List<ColumnRef> specs) {
        Set<SampleStage> all = new LinkedHashSet<>(read);
        specs.forEach(spec -> all.add(ofSpec(spec.name())));
        if (all.isEmpty()) {
            all.add(stage(OtherSamples.MAIN));
        }
        List<Variable> variables = new ArrayList<>();
        Set<Text> sources = new LinkedHashSet<>();
        all.forEach(stage -> {
            variables.addAll(stage.variables());
            sources.addAll(stage.sources());
        });
        return new Background(
                all.stream().anyMatch(SampleStage::isSimulated), variables, List.copyOf(sources), strictest(all));
    }
}
