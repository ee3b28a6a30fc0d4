package org.canbao.audit.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.audit.AuditCode;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;

/** The series that a check may use, by name, and the levels of the stars. */
public final class Cells {
    private final Map<String, Series> series;
    private final Map<String, Double> stars;

    /** These series. */
    public Cells(Map<String, Series> series, Map<String, Double> stars) {
        this.series = Map.copyOf(series);
        this.stars = stars;
    }

    /** The significance level of each mark, strictest first. */
    Map<String, Double> stars() {
        return stars;
    }

    /** A series. */
    Series of(ColumnRef ref) {
        Series found = series.get(ref.name());
        if (found == null) {
            throw new IllegalStateException("the reader lets no unknown series pass: " + ref.name());
        }
        return found;
    }

    /** Series, in order. */
    List<Series> of(Collection<ColumnRef> refs) {
        return refs.stream().map(this::of).toList();
    }

    /**
     * The one number of a series.
     *
     * @throws org.canbao.diag.CanbaoException if it has several
     */
    Series single(ColumnRef ref) {
        Series found = of(ref);
        if (!found.isSingle()) {
            throw Diagnostic.error(
                            AuditCode.SEVERAL,
                            "series `" + found.name() + "` has "
                                    + found.numbers().size() + " numbers where one is needed")
                    .at(ref.place())
                    .hint("they are: " + String.join("; ", found.numbers().keySet()))
                    .toException();
        }
        return found;
    }

    /**
     * The labels at which all series have a number: those that they have in common; one empty label if all are single.
     *
     * @throws org.canbao.diag.CanbaoException if they have none in common
     */
    List<String> common(Collection<Series> all) {
        List<Series> several = all.stream().filter(s -> !s.isSingle()).toList();
        if (several.isEmpty()) {
            return List.of("");
        }
        Set<String> labels = new LinkedHashSet<>(several.get(0).numbers().keySet());
        several.forEach(s -> labels.retainAll(s.numbers().keySet()));
        if (labels.isEmpty()) {
            List<String> names = new ArrayList<>();
            several.forEach(s -> names.add(
                    "`" + s.name() + "` (" + String.join("; ", s.numbers().keySet()) + ")"));
            throw Diagnostic.error(AuditCode.NOT_PAIRED, "series have no label in common: " + String.join(", ", names))
                    .at(several.get(0).spec().place())
                    .hint("numbers are paired by what tells them apart; `by: row` says which column that is")
                    .toException();
        }
        return List.copyOf(labels);
    }
}
