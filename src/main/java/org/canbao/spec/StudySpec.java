package org.canbao.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.canbao.diag.Place;
import org.jspecify.annotations.Nullable;

/**
 * A whole study.
 *
 * @param id its name, which is also its folder under {@code out}
 * @param file the file it was read from, as the user named it
 * @param title its title
 * @param question what it asks, if it says so
 * @param summary what it did and found, if it says so: its abstract
 * @param inputs where the data come from, by the name that the study gives them
 * @param sample how the analysis sample is built
 * @param others the samples beside it, and what is about them
 * @param labels labels of variables and terms, before those of the codebook
 * @param specs the estimates, by id
 * @param tables the tables, by id
 * @param figures the figures, by id
 * @param choices what it leaves open, and the curves over it
 * @param published the folder with the published numbers, if any
 * @param notes notes printed under every exhibit, if any
 * @param privacy what the study says of counts of persons, if anything
 */
public record StudySpec(
        String id,
        String file,
        Text title,
        Optional<Text> question,
        Optional<Text> summary,
        Map<String, Input> inputs,
        SampleSpec sample,
        OtherSamples others,
        Map<String, Text> labels,
        Map<String, ModelSpec> specs,
        Map<String, TableSpec> tables,
        Map<String, FigureSpec> figures,
        ChoicesSpec choices,
        Optional<String> published,
        Optional<Text> notes,
        Optional<PrivacySpec> privacy) {

    public StudySpec {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** All samples by name, {@link OtherSamples#MAIN} first. */
    public Map<String, SampleSpec> samples() {
        Map<String, SampleSpec> all = new LinkedHashMap<>();
        all.put(OtherSamples.MAIN, sample);
        all.putAll(others.samples());
        return all;
    }

    /** A study of these inputs and this sample, from which nothing is made. */
    public StudySpec ofSample(Map<String, Input> otherInputs, SampleSpec otherSample) {
        return new StudySpec(
                id,
                file,
                title,
                Optional.empty(),
                Optional.empty(),
                otherInputs,
                otherSample,
                OtherSamples.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                ChoicesSpec.NONE,
                Optional.empty(),
                Optional.empty(),
                privacy);
    }

    /**
     * The part of the study that is about one of its samples: that sample alone, the inputs it is made from, and the specs,
     * tables and figures that read it.
     */
    public StudySpec part(String name) {
        SampleSpec own = Objects.requireNonNull(samples().get(name), () -> "no sample " + name);
        Map<String, Input> read = new LinkedHashMap<>(inputs);
        read.keySet().retainAll(own.inputs());
        return with(
                read,
                own,
                OtherSamples.NONE,
                kept(specs, id -> others.ofSpec(id).equals(name)),
                kept(tables, id -> others.ofTable(id).equals(name)),
                kept(figures, id -> others.ofFigure(id).equals(name)));
    }

    /**
     * The study without some of its samples and without what is about them. A table or figure that shows an estimate on one
     * of them goes too.
     *
     * @param names other samples than the main one
     */
    public StudySpec without(Set<String> names) {
        Map<String, SampleSpec> left = new LinkedHashMap<>(others.samples());
        left.keySet().removeAll(names);
        Map<String, ModelSpec> estimates = kept(specs, id -> !names.contains(others.ofSpec(id)));
        return with(
                inputs,
                sample,
                others.with(left),
                estimates,
                kept(tables, id -> !names.contains(others.ofTable(id)) && areIn(estimates, tables.get(id))),
                kept(figures, id -> !names.contains(others.ofFigure(id)) && areIn(estimates, figures.get(id))));
    }

    private StudySpec with(
            Map<String, Input> read,
            SampleSpec own,
            OtherSamples beside,
            Map<String, ModelSpec> estimates,
            Map<String, TableSpec> someTables,
            Map<String, FigureSpec> someFigures) {
        return new StudySpec(
                id,
                file,
                title,
                question,
                summary,
                read,
                own,
                beside,
                labels,
                estimates,
                someTables,
                someFigures,
                choices,
                published,
                notes,
                privacy);
    }

    private static boolean areIn(Map<String, ModelSpec> specs, @Nullable TableSpec table) {
        return table != null && table.specs().stream().allMatch(spec -> specs.containsKey(spec.name()));
    }

    private static boolean areIn(Map<String, ModelSpec> specs, @Nullable FigureSpec figure) {
        return figure != null && figure.specs().stream().allMatch(spec -> specs.containsKey(spec.name()));
    }

    private static <T> Map<String, T> kept(Map<String, T> all, Predicate<String> ids) {
        Map<String, T> some = new LinkedHashMap<>(all);
        some.keySet().removeIf(id -> !ids.test(id));
        return some;
    }

    /**
     * Data: a data set of the store, or a file beside the study; {@code canbao run --input NAME=FILE} puts another file in
     * its place.
     *
     * @param name the name in the study
     * @param label what it is called where readers see it; by default its name
     * @param dataset the data set in the store; of a file, its name without what follows the last dot
     * @param file the file, relative to the folder of the study file, if it is one
     * @param optional whether the study runs without it, and leaves out what is about it
     * @param needs columns that one of its waves must have; without them it counts as not there
     * @param source what the data are, printed under all that is made from them, if the study says so
     * @param waves which waves; empty for all
     * @param lag years by which its {@code year} is moved before joining: lag 1 joins year t-1 to t
     * @param rename new names of columns, by their names in the data set
     * @param indices columns that sum up others of it
     * @param place where it is declared
     */
    public record Input(
            String name,
            Text label,
            String dataset,
            Optional<String> file,
            boolean optional,
            List<ColumnRef> needs,
            Optional<Text> source,
            List<String> waves,
            OptionalInt lag,
            Map<ColumnRef, String> rename,
            List<IndexSpec> indices,
            Place place) {
        public Input {
            needs = List.copyOf(needs);
            waves = List.copyOf(waves);
            rename = Collections.unmodifiableMap(new LinkedHashMap<>(rename));
            indices = List.copyOf(indices);
        }

        /** The same with other indices. */
        public Input with(List<IndexSpec> others) {
            return new Input(name, label, dataset, file, optional, needs, source, waves, lag, rename, others, place);
        }

        /** The same data under another name, lag and names of columns. */
        public Input as(String other, OptionalInt otherLag, Map<ColumnRef, String> names) {
            return new Input(
                    other, label, dataset, file, optional, needs, source, waves, otherLag, names, indices, place);
        }
    }

    /**
     * The analysis sample: joins, then derived columns in order, then filters in order.
     *
     * @param from the input whose rows are the observations
     * @param joins other inputs, joined on columns of the same name (left joins: no row is lost, unmatched are counted)
     * @param derive new columns
     * @param filters conditions to stay, each a line of the attrition ledger
     * @param cells how the rows that stay are counted, if cells and not rows are the observations
     */
    public record SampleSpec(
            ColumnRef from, List<Join> joins, List<Derived> derive, List<Filter> filters, Optional<CellsSpec> cells) {
        public SampleSpec {
            joins = List.copyOf(joins);
            derive = List.copyOf(derive);
            filters = List.copyOf(filters);
        }

        /** The names of the inputs that it is made from. */
        public Set<String> inputs() {
            Set<String> names = new LinkedHashSet<>(Set.of(from.name()));
            allJoins().forEach(join -> names.add(join.input().name()));
            return names;
        }

        /** All joins, those to cells included. */
        public List<Join> allJoins() {
            List<Join> all = new ArrayList<>(joins);
            cells.ifPresent(c -> all.addAll(c.joins()));
            return all;
        }

        /** All derived columns, those of cells included. */
        public List<Derived> allDerived() {
            List<Derived> all = new ArrayList<>(derive);
            cells.ifPresent(c -> all.addAll(c.derive()));
            return all;
        }

        /** All filters, those of cells included. */
        public List<Filter> allFilters() {
            List<Filter> all = new ArrayList<>(filters);
            cells.ifPresent(c -> all.addAll(c.filters()));
            return all;
        }
    }

    /** An input joined on columns of the same name. */
    public record Join(ColumnRef input, List<ColumnRef> keys) {
        public Join {
            keys = List.copyOf(keys);
        }
    }

    /** A new column, and where its name stands. */
    public record Derived(ColumnRef column, SqlExpression expression) {}

    /** A condition to stay in the sample. */
    public record Filter(String id, SqlExpression keep, Text label) {}
}
