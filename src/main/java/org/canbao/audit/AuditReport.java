package org.canbao.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.audit.rule.Verdict;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * The findings of an audit.
 *
 * @param findings study by study, in the order of the checks
 */
public record AuditReport(List<Finding> findings) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing disagrees. */
    public boolean passed() {
        return count(Verdict.DISAGREES) == 0;
    }

    /** How many findings have a verdict. */
    public long count(Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    /** The findings of each study. */
    public Map<String, AuditReport> byStudy() {
        Map<String, List<Finding>> studies = new LinkedHashMap<>();
        findings.forEach(
                f -> studies.computeIfAbsent(f.study(), s -> new ArrayList<>()).add(f));
        Map<String, AuditReport> reports = new LinkedHashMap<>();
        studies.forEach((study, its) -> reports.put(study, new AuditReport(its)));
        return reports;
    }

    /** {@code 10 agree, 3 disagree, 2 cannot be told}. */
    public String counts(Lang lang) {
        return counts(count(Verdict.AGREES), count(Verdict.DISAGREES), count(Verdict.CANNOT_TELL))
                .in(lang);
    }

    /** The same of these counts. */
    public static Text counts(long agree, long disagree, long open) {
        return new Text(
                agree + " agree, " + disagree + " disagree, " + open + " cannot be told",
                agree + "项一致，" + disagree + "项矛盾，" + open + "项无法判断");
    }
}
