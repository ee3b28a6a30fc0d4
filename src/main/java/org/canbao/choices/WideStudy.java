package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;
import org.canbao.spec.StudySpec.Input;
import org.canbao.spec.StudySpec.Join;
import org.canbao.spec.StudySpec.SampleSpec;
import org.canbao.spec.Text;

/**
 * The study whose sample has every version of every column: inputs with another lag are further inputs, derived columns
 * read the versions that they are made from, and a row stays if any set of filters keeps it.
 */
final class WideStudy {
    private final StudySpec study;
    private final SqlGuard guard;
    private final List<Version> versions;
    private final RowSets rows;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final List<Join> joins;

    /**
     * The wide study.
     *
     * @param versions all versions, each after those that it reads
     * @param rows all sets of rows
     */
    WideStudy(StudySpec study, SqlGuard guard, List<Version> versions, RowSets rows) {
        this.study = study;
        this.guard = guard;
        this.versions = versions;
        this.rows = rows;
        this.joins = new ArrayList<>(study.sample().joins());
        study.inputs().values().forEach(this::addVariants);
    }

    /** The study. */
    StudySpec spec() {
        List<Derived> derive = new ArrayList<>();
        for (Version version : versions) {
            if (version.origin() instanceof Version.Derived derived) {
                derive.add(new Derived(
                        new ColumnRef(version.name(), derived.expression().place()),
                        guard.renamed(derived.expression(), derived.reads())));
            }
        }
        derive.addAll(rows.columns());
        SampleSpec sample = new SampleSpec(
                study.sample().from(),
                joins,
                derive,
                List.of(new Filter("any", rows.any(), Text.of("any"))),
                Optional.empty());
        return study.ofSample(inputs, sample);
    }

    /** The data of its inputs: further inputs read the files of those that they stand for. */
    List<ResolvedInput> resolved(List<ResolvedInput> resolved) {
        List<ResolvedInput> all = new ArrayList<>();
        inputs.keySet()
                .forEach(name -> resolved.stream()
                        .filter(input -> input.name().equals(sources.get(name)))
                        .forEach(input -> all.add(new ResolvedInput(name, input.waves(), input.codebook()))));
        return all;
    }

    private void addVariants(Input input) {
        Map<Optional<OptionalInt>, List<Version>> byLag = new LinkedHashMap<>();
        byLag.put(Optional.empty(), new ArrayList<>());
        for (Version version : versions) {
            if (version.origin() instanceof Version.Read read && read.input().equals(input.name())) {
                byLag.computeIfAbsent(read.lag(), lag -> new ArrayList<>()).add(version);
            }
        }
        byLag.forEach((lag, read) ->
                add(lag.isEmpty() ? withIndices(input, read) : lagged(input, lag.get(), read), input.name()));
    }

    private void add(Input input, String source) {
        if (inputs.put(input.name(), input) == null && !input.name().equals(source)) {
            study.sample().joins().stream()
                    .filter(join -> join.input().name().equals(source))
                    .forEach(join -> joins.add(
                            new Join(new ColumnRef(input.name(), join.input().place()), join.keys())));
        }
        sources.put(input.name(), source);
    }

    /** The input as in the study, with further indices. */
    private static Input withIndices(Input input, List<Version> read) {
        List<IndexSpec> indices = new ArrayList<>(input.indices());
        for (Version version : read) {
            if (!version.name().equals(version.column())) {
                indices.add(index(version, Map.of()));
            }
        }
        return input.with(indices);
    }

    /** The input with another lag, its columns under their names in the wide sample. */
    private Input lagged(Input input, OptionalInt lag, List<Version> read) {
        Map<String, String> original = new HashMap<>();
        input.rename().forEach((column, name) -> original.put(name, column.name()));
        Map<ColumnRef, String> rename = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        List<IndexSpec> indices = new ArrayList<>();
        for (Version version : read) {
            if (index(version).isEmpty()) {
                String column = original.getOrDefault(version.column(), version.column());
                rename.put(new ColumnRef(column, input.place()), version.name());
                names.put(version.column(), version.name());
            }
        }
        read.stream().filter(v -> index(v).isPresent()).forEach(v -> indices.add(index(v, names)));
        return input.as(input.name() + "~" + inputs.size(), lag, rename).with(indices);
    }

    private static Optional<IndexSpec> index(Version version) {
        return version.origin() instanceof Version.Read read ? read.index() : Optional.empty();
    }

    private static IndexSpec index(Version version, Map<String, String> names) {
        IndexSpec index = index(version).orElseThrow();
        return new IndexSpec(
                new ColumnRef(version.name(), index.column().place()),
                index.of().stream().map(column -> renamed(column, names)).toList(),
                index.per().map(column -> renamed(column, names)),
                index.origin());
    }

    private static ColumnRef renamed(ColumnRef column, Map<String, String> names) {
        return new ColumnRef(names.getOrDefault(column.name(), column.name()), column.place());
    }
}
