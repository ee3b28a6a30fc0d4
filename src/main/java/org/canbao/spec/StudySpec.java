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
 * @param inputs where the data come from, by the name that the study gives them
 * @param sample how the analysis sample is built
 * @param labels labels of variables and terms, before those of the codebook
 * @param specs the estimates, by id
 * @param tables the tables, by id
 * @param figures the figures, by id
 * @param published the folder with the published numbers, if any
 * @param notes notes printed under every exhibit, if any
 * @param privacy what the study says of counts of persons, if anything
 */
public record StudySpec(
        String id,
        String file,
        Text title,
        Map<String, Input> inputs,
        SampleSpec sample,
        Map<String, Text> labels,
        Map<String, ModelSpec> specs,
        Map<String, TableSpec> tables,
        Map<String, FigureSpec> figures,
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

    /**
     * A data set of the store; {@code canbao run --input NAME=FILE} puts a file in its place.
     *
     * @param name the name in the study
     * @param dataset the data set in the store
     * @param waves which waves; empty for all
     * @param lag years by which its {@code year} is moved before joining: lag 1 joins year t-1 to t
     * @param rename new names of columns, by their names in the data set
     * @param indices columns that sum up others of it
     * @param place where it is declared
     */
    public record Input(
            String name,
            String dataset,
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
