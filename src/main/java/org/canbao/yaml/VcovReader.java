package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.VcovSpec;

/** Reads {@code vcov} and {@code cluster}. */
final class VcovReader {
    static final Choice<Optional<VcovSpec>> VCOV = new Choice<>("vcov", choices());

    private VcovReader() {}

    /** Empty stands for the one that needs clusters. */
    private static Map<String, Optional<VcovSpec>> choices() {
        Map<String, Optional<VcovSpec>> choices = new LinkedHashMap<>();
        choices.put("iid", Optional.of(new VcovSpec.Iid()));
        choices.put("hc0", Optional.of(new VcovSpec.Hetero(VcovSpec.Leverage.HC0)));
        choices.put("hc1", Optional.of(new VcovSpec.Hetero(VcovSpec.Leverage.HC1)));
        choices.put("hc2", Optional.of(new VcovSpec.Hetero(VcovSpec.Leverage.HC2)));
        choices.put("hc3", Optional.of(new VcovSpec.Hetero(VcovSpec.Leverage.HC3)));
        choices.put("cluster", Optional.empty());
        return choices;
    }

    /** The covariance; a default {@code cluster} has no effect where the spec's {@code vcov} does not cluster. */
    static Optional<VcovSpec> read(Fields fields) {
        Optional<Optional<VcovSpec>> vcov = fields.required("vcov", VCOV::read);
        if (vcov.isEmpty()) {
            return Optional.empty();
        }
        if (vcov.get().isEmpty()) {
            return fields.required("cluster", node -> Values.oneOrMore(node, FormulaParser::clusterTerm))
                    .map(List::copyOf)
                    .map(VcovSpec.Clustered::new);
        }
        if (fields.says("cluster")) {
            fields.report(
                    "cluster",
                    Diagnostic.error(YamlCode.CONFLICT, "`cluster` is given, but `vcov` does not cluster")
                            .hint("write `vcov: cluster`, or remove `cluster`"));
        }
        return vcov.get();
    }
}
