package org.canbao.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.canbao.audit.rule.Cells;
import org.canbao.audit.rule.Outcome;
import org.canbao.audit.rule.Rules;
import org.canbao.audit.rule.Series;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.canbao.published.PublishedStudy;
import org.canbao.spec.audit.AuditSpec;
import org.canbao.spec.audit.CheckSpec;
import org.canbao.spec.audit.SeriesSpec;

/** Audits the printed numbers of one study: the declared checks in their order, then the usual ones. */
public final class Audit {
    private final PublishedStudy study;
    private final AuditSpec spec;
    private final Selection selection;

    private Audit(PublishedStudy study, AuditSpec spec, Function<String, PublishedStudy> others) {
        this.study = study;
        this.spec = spec;
        this.selection = new Selection(name -> name.map(others).orElse(study));
    }

    /**
     * Audits a study.
     *
     * @param study its printed numbers
     * @param spec what holds between them
     * @param others other studies by name, for checks across studies
     * @throws CanbaoException if a check cannot be made, with all that is wrong
     */
    public static List<Finding> of(PublishedStudy study, AuditSpec spec, Function<String, PublishedStudy> others) {
        return new Audit(study, spec, others).findings();
    }

    private List<Finding> findings() {
        UsualChecks usual = new UsualChecks(study, spec);
        Map<String, SeriesSpec> all = new LinkedHashMap<>(spec.series());
        all.putAll(usual.series());
        Problems problems = new Problems();
        Map<String, Series> series = new LinkedHashMap<>();
        all.forEach(
                (name, s) -> tried(problems, () -> selection.series(s)).ifPresent(found -> series.put(name, found)));
        problems.throwIfErrors();
        Cells cells = new Cells(series, spec.stars());
        List<CheckSpec> checks = new ArrayList<>(spec.checks());
        checks.addAll(usual.checks());
        List<Finding> findings = new ArrayList<>();
        checks.forEach(c -> tried(problems, () -> finding(c, cells)).ifPresent(findings::add));
        problems.throwIfErrors();
        return findings;
    }

    private Finding finding(CheckSpec check, Cells cells) {
        Outcome outcome = Rules.check(check.rule(), cells);
        Finding finding = Finding.of(study.name(), check.id(), check.title(), outcome);
        return check.cannotTell().map(finding::cannotTell).orElse(finding);
    }

    private static <T> Optional<T> tried(Problems problems, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (CanbaoException e) {
            problems.addAll(e);
            return Optional.empty();
        }
    }
}
