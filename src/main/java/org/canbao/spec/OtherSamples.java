package org.canbao.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.spec.StudySpec.SampleSpec;

/**
 * The samples of a study beside its main one, and what is about them. Whatever is not named is about the main sample.
 *
 * @param samples how they are built, by name
 * @param specs the sample of specs, by id
 * @param tables the sample of tables that read one, by id
 * @param figures the sample of figures that read one, by id
 */
public record OtherSamples(
        Map<String, SampleSpec> samples,
        Map<String, String> specs,
        Map<String, String> tables,
        Map<String, String> figures) {
    /** The name of the main sample. */
    public static final String MAIN = "main";

    /** None. */
    public static final OtherSamples NONE = new OtherSamples(Map.of(), Map.of(), Map.of(), Map.of());

    public OtherSamples {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
        specs = Map.copyOf(specs);
        tables = Map.copyOf(tables);
        figures = Map.copyOf(figures);
    }

    /** The sample of a spec. */
    public String ofSpec(String id) {
        return specs.getOrDefault(id, MAIN);
    }

    /** The sample that a table reads. */
    public String ofTable(String id) {
        return tables.getOrDefault(id, MAIN);
    }

    /** The sample that a figure reads. */
    public String ofFigure(String id) {
        return figures.getOrDefault(id, MAIN);
    }

    /** The same about other samples. */
    OtherSamples with(Map<String, SampleSpec> some) {
        return new OtherSamples(some, specs, tables, figures);
    }
}
