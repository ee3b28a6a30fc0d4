package org.canbao.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Place;

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
 * @param labels labels of variables and terms, before those of the codebook
 * @param specs the estimates, by id
 * @param tables the tables, by id
 * @param figures the figures, by id
 * @param choices what it leaves open, and the curves over it
 * @param published the folder with the published numbers, if any
 * @param notes notes printed under every exhibit, if any
 */
public record StudySpec(
        String id,
        String file,
        Text title,
        Optional<Text> question,
        Optional<Text> summary,
        Map<String, Input> inputs,
        SampleSpec sample,
        Map<String, Text> labels,
        Map<String, ModelSpec> specs,
        Map<String, TableSpec> tables,
        Map<String, FigureSpec> figures,
        ChoicesSpec choices,
        Optional<String> published,
        Optional<Text> notes) {

    public StudySpec {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
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
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                ChoicesSpec.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A data set of the store; {@code canbao run --input NAME=FILE} puts a file in its place.
     *
     * @param name the name in the study
     * @param dataset the data set in the store
     * @param file a file beside the study file that is the data set, so that the store need not have it
     * @param waves which waves; empty for all
     * @param lag years by which its {@code year} is moved before joining: lag 1 joins year t-1 to t
     * @param rename new names of columns, by their names in the data set
     * @param indices columns that sum up others of it
     * @param place where it is declared
     */
    public record Input(
            String name,
            String dataset,
            Optional<String> file,
            List<String> waves,
            OptionalInt lag,
            Map<ColumnRef, String> rename,
            List<IndexSpec> indices,
            Place place) {
        public Input {
            waves = List.copyOf(waves);
            rename = Collections.unmodifiableMap(new LinkedHashMap<>(rename));
            indices = List.copyOf(indices);
        }

        /** The same with other indices. */
        public Input with(List<IndexSpec> others) {
            return new Input(name, dataset, file, waves, lag, rename, others, place);
        }

        /** The same data under another name, lag and names of columns. */
        public Input as(String other, OptionalInt otherLag, Map<ColumnRef, String> names) {
            return new Input(other, dataset, file, waves, otherLag, names, indices, place);
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

        /** All joins, those to cells included. */
        public List<Join> allJoins() {
            List<Join> all = new ArrayList<>(joins);
            cells.ifPresent(c -> all.addAll(c.joins()));
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
