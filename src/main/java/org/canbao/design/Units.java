package org.canbao.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.canbao.data.Variable;
import org.canbao.engine.SqlText;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;

/**
 * The units of a sample with a number that each has, and the stratum it belongs to: the distinct combinations that occur
 * in the rows of a condition, by unit in ascending order.
 */
public final class Units {
    private final LevelSet units;
    private final List<Row> rows;

    private Units(LevelSet units, List<Row> rows) {
        this.units = units;
        this.rows = List.copyOf(rows);
    }

    /**
     * A combination.
     *
     * @param unit position of the unit among {@link #names()}
     * @param value its number, NaN where missing
     * @param stratum its stratum, -1 where missing or without strata
     */
    public record Row(int unit, double value, int stratum) {}

    /** Reads the combinations; rows without a unit do not count. */
    public static Units read(
            Sample sample, String condition, ColumnRef unit, ColumnRef value, Optional<ColumnRef> stratum) {
        Variable unitVariable = variable(sample, unit);
        Optional<Variable> stratumVariable = stratum.map(column -> variable(sample, column));
        Dictionary units = Dictionary.of(unitVariable.type());
        Optional<Dictionary> strata = stratumVariable.map(v -> Dictionary.of(v.type()));
        String sql = "SELECT DISTINCT " + ColumnPlan.asLevel(unitVariable) + ", CAST("
                + SqlText.identifier(value.name()) + " AS DOUBLE)"
                + stratumVariable.map(v -> ", " + ColumnPlan.asLevel(v)).orElse("")
                + " FROM " + sample.relation() + condition;
        List<Row> rows = new ArrayList<>();
        sample.engine().query(sql, chunk -> {
            int[] unitCodes = new int[chunk.rows()];
            double[] values = new double[chunk.rows()];
            int[] stratumCodes = new int[chunk.rows()];
            Arrays.fill(stratumCodes, Dictionary.NULL);
            units.code(chunk, 0, unitCodes, 0);
            chunk.doubles(1, values, 0);
            strata.ifPresent(dictionary -> dictionary.code(chunk, 2, stratumCodes, 0));
            for (int i = 0; i < unitCodes.length; i++) {
                rows.add(new Row(unitCodes[i], values[i], stratumCodes[i]));
            }
        });
        return new Units(units.levels(), sorted(rows, units, strata));
    }

    /** The units' names in ascending order. */
    public LevelSet names() {
        return units;
    }

    /** The combinations, by unit. */
    public List<Row> rows() {
        return rows;
    }

    private static List<Row> sorted(List<Row> rows, Dictionary units, Optional<Dictionary> strata) {
        int[] unitRanks = units.ranks();
        int[] stratumRanks = strata.map(Dictionary::ranks).orElse(new int[0]);
        return rows.stream()
                .filter(row -> row.unit() != Dictionary.NULL)
                .map(row -> new Row(
                        unitRanks[row.unit()],
                        row.value(),
                        row.stratum() == Dictionary.NULL ? Dictionary.NULL : stratumRanks[row.stratum()]))
                .sorted(Comparator.comparingInt(Row::unit)
                        .thenComparingDouble(Row::value)
                        .thenComparingInt(Row::stratum))
                .toList();
    }

    private static Variable variable(Sample sample, ColumnRef column) {
        return sample.variable(column.name()).orElseThrow();
    }
}
