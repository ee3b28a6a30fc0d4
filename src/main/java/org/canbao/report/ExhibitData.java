package org.canbao.report;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;

/**
 * What exhibits are made of.
 *
 * @param study the study
 * @param fits fits by spec
 * @param sample the sample, opened only if an exhibit reads it
 * @param own the fit of the model that the exhibit alone needs, if any
 */
public record ExhibitData(StudySpec study, Map<String, Fit> fits, Supplier<Sample> sample, Optional<Fit> own) {
    /** Without a model that one exhibit alone needs. */
    public ExhibitData(StudySpec study, Map<String, Fit> fits, Supplier<Sample> sample) {
        this(study, fits, sample, Optional.empty());
    }

    /** The same with the fit of the model that an exhibit alone needs. */
    public ExhibitData with(Fit fit) {
        return new ExhibitData(study, fits, sample, Optional.of(fit));
    }

    /** The fit of a spec that the exhibit shows. */
    public Fit fit(ColumnRef spec) {
        return Objects.requireNonNull(fits.get(spec.name()), () -> "no fit of " + spec.name());
    }

    /** The spec that the exhibit shows. */
    public ModelSpec spec(ColumnRef spec) {
        return Objects.requireNonNull(study.specs().get(spec.name()), () -> "no spec " + spec.name());
    }
}
