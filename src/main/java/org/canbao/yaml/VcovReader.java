package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.VcovSpec.Adjustment;
import org.canbao.spec.VcovSpec.ClusterTerm;

/** Reads {@code vcov}, and {@code cluster} and {@code p_value}, which some covariances have. */
final class VcovReader {
    static final Choice<Kind> VCOV = new Choice<>("vcov", choices());
    /** Whether each coefficient has degrees of freedom of its own. */
    static final Choice<Boolean> P_VALUE = new Choice<>("p_value", pValues());

    private VcovReader() {}

    /** How the rest of a covariance is read once its name is known. */
    sealed interface Kind {
        /** Nothing else to read. */
        record Plain(VcovSpec vcov) implements Kind {}

        /** Clusters of any number of ways. */
        record MultiWay() implements Kind {}

        /** Clusters of one way, and where p-values come from. */
        record OneWay(Adjustment adjustment) implements Kind {}
    }

    private static Map<String, Kind> choices() {
        Map<String, Kind> choices = new LinkedHashMap<>();
        choices.put("iid", new Kind.Plain(new VcovSpec.Iid()));
        choices.put("hc0", new Kind.Plain(new VcovSpec.Hetero(VcovSpec.Leverage.HC0)));
        choices.put("hc1", new Kind.Plain(new VcovSpec.Hetero(VcovSpec.Leverage.HC1)));
        choices.put("hc2", new Kind.Plain(new VcovSpec.Hetero(VcovSpec.Leverage.HC2)));
        choices.put("hc3", new Kind.Plain(new VcovSpec.Hetero(VcovSpec.Leverage.HC3)));
        choices.put("cluster", new Kind.MultiWay());
        for (Adjustment adjustment : Adjustment.values()) {
            choices.put(adjustment.id(), new Kind.OneWay(adjustment));
        }
        return choices;
    }

    private static Map<String, Boolean> pValues() {
        Map<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("t", false);
        choices.put("satterthwaite", true);
        return choices;
    }

    /** The covariance; default keys have no effect where the spec's {@code vcov} has no use for them. */
    static Optional<VcovSpec> read(Fields fields) {
        Optional<Kind> kind = fields.required("vcov", VCOV::read);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (!(kind.get() instanceof Kind.OneWay)) {
            refuse(fields, "p_value", "only `vcov: cr0` to `cr3` have a choice of p-values");
        }
        if (kind.get() instanceof Kind.Plain plain) {
            refuse(fields, "cluster", "`cluster` is given, but `vcov` does not cluster");
            return Optional.of(plain.vcov());
        }
        Optional<List<ClusterTerm>> by =
                fields.required("cluster", node -> Values.oneOrMore(node, FormulaParser::clusterTerm));
        return kind.get() instanceof Kind.OneWay one
                ? oneWay(fields, one.adjustment(), by)
                : by.map(List::copyOf).map(VcovSpec.Clustered::new);
    }

    private static Optional<VcovSpec> oneWay(Fields fields, Adjustment adjustment, Optional<List<ClusterTerm>> by) {
        String vcov = "`vcov: " + adjustment.id() + "`";
        boolean satterthwaite = fields.optional("p_value", P_VALUE::read).orElse(false);
        refuse(fields, "small_sample", vcov + " has its own small-sample correction");
        if (adjustment == Adjustment.CR2 && fields.has("weights")) {
            fields.report(
                    "weights",
                    Diagnostic.error(YamlCode.CONFLICT, vcov + " does not go with weights")
                            .hint(
                                    "with weights it takes the root of a matrix as large as a cluster, and there are several"
                                            + " such roots")
                            .hint("`vcov: cr3` takes none; or use `vcov: cluster`, or leave the weights out"));
        }
        if (by.isPresent() && by.get().size() > 1) {
            fields.report(
                    "cluster",
                    Diagnostic.error(YamlCode.CONFLICT, vcov + " clusters one way only")
                            .hint(
                                    "name one column, or a combination such as city^year; `vcov: cluster` takes several"));
        }
        return by.map(terms -> new VcovSpec.ClusterRobust(terms.get(0), adjustment, satterthwaite));
    }

    /** Reports a key that the spec itself has in vain. */
    private static void refuse(Fields fields, String key, String why) {
        if (fields.says(key)) {
            fields.report(
                    key,
                    Diagnostic.error(YamlCode.CONFLICT, why)
                            .hint(
                                    key.equals("cluster")
                                            ? "write `vcov: cluster`, or remove `cluster`"
                                            : "remove `" + key + "`"));
        }
    }
}
