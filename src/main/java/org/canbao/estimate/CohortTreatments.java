package org.canbao.estimate;

import java.util.Optional;
import org.canbao.design.Design;
import org.canbao.design.Key;
import org.canbao.spec.ColumnRef;

/**
 * Treatments that follow from what each unit was assigned: 1 in periods from its cohort on, else 0; without periods, what
 * was assigned is the treatment itself.
 */
final class CohortTreatments implements CellTreatments {
    private final CohortDraws cohorts;
    private final int[] units;
    private final double[] times;

    CohortTreatments(CohortDraws cohorts, Design design, ColumnRef unit, Optional<ColumnRef> time) {
        this.cohorts = cohorts;
        this.units = unitOfCell(design.key(unit), cohorts);
        this.times = time.map(design::key).map(CohortTreatments::numbers).orElse(new double[0]);
    }

    @Override
    public int size() {
        return cohorts.size();
    }

    @Override
    public double[] actual() {
        return treatment(cohorts.actual());
    }

    @Override
    public double[] draw(int draw) {
        return treatment(cohorts.draw(draw));
    }

    private double[] treatment(double[] assigned) {
        double[] treatment = new double[units.length];
        for (int cell = 0; cell < treatment.length; cell++) {
            double own = assigned[units[cell]];
            treatment[cell] = times.length == 0 ? own : times[cell] >= own ? 1 : 0;
        }
        return treatment;
    }

    private static int[] unitOfCell(Key key, CohortDraws cohorts) {
        int[] units = new int[key.size()];
        for (int cell = 0; cell < units.length; cell++) {
            units[cell] = cohorts.unit(key.levels().names().get(key.code(cell)));
        }
        return units;
    }

    private static double[] numbers(Key key) {
        double[] numbers = new double[key.size()];
        for (int cell = 0; cell < numbers.length; cell++) {
            numbers[cell] = key.number(cell);
        }
        return numbers;
    }
}
