package org.canbao.estimate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.data.Variable;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/** A sample in which a column has what the units of a draw are assigned; missing for those that are assigned nothing. */
final class ReassignedSample {
    private final Sample sample;
    private final CohortDraws draws;
    private final ColumnRef unit;
    private final ColumnRef column;

    ReassignedSample(Sample sample, CohortDraws draws, ColumnRef unit, ColumnRef column) {
        this.sample = sample;
        this.draws = draws;
        this.unit = unit;
        this.column = column;
    }

    /** The sample of a draw: the same rows in the same order. */
    Sample draw(int draw) {
        double[] assigned = draws.draw(draw);
        Map<Double, List<String>> members = IntStream.range(0, assigned.length)
                .boxed()
                .filter(u -> !Double.isNaN(assigned[u]))
                .collect(Collectors.groupingBy(
                        u -> assigned[u],
                        TreeMap::new,
                        Collectors.mapping(u -> name(draws.levels().names().get(u)), Collectors.toList())));
        String cases = members.entrySet().stream()
                .map(e -> " WHEN " + SqlText.identifier(unit.name()) + " IN (" + String.join(", ", e.getValue())
                        + ") THEN CAST('" + e.getKey() + "' AS DOUBLE)")
                .collect(Collectors.joining());
        String value = cases.isEmpty() ? "CAST(NULL AS DOUBLE)" : "CASE" + cases + " END";
        String relation = "(SELECT * REPLACE (" + value + " AS " + SqlText.identifier(column.name()) + ") FROM "
                + sample.relation() + ")";
        return new Sample(
                sample.engine(), relation, sample.rows(), sample.engine().columns(relation), sample.simulated());
    }

    private String name(String level) {
        Variable variable = sample.variable(unit.name()).orElseThrow();
        String text = SqlText.literal(level);
        return variable.type().isNumeric() ? "CAST(" + text + " AS DOUBLE)" : text;
    }
}
