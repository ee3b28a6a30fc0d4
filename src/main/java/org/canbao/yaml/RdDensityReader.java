package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdDensity;
import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdDensityOptions.Bandwidth;
import org.canbao.spec.RdDensityOptions.Binomial;
import org.canbao.spec.RdDensityOptions.Sides;
import org.canbao.spec.RdKernel;

/** Reads tests of a density's jump at a cutoff. */
final class RdDensityReader implements ModelReader {
    static final int HIGHEST_ORDER = 7;
    private static final int MOST = 1_000_000;

    static final Choice<RdKernel> KERNEL = names("kernel", RdKernel.values());
    static final Choice<Bandwidth> BANDWIDTH = names("bandwidth", Bandwidth.values());
    static final Choice<Boolean> FIT = flag("fit", "unrestricted", "restricted");
    static final Choice<Boolean> VARIANCE = flag("variance", "jackknife", "plugin");
    static final Choice<Boolean> MASS_POINTS = flag("masspoints", "off", "adjust");

    static final KeySet BINOMIAL_KEYS = KeySet.of(
            "`binomial`",
            "windows",
            "how many windows; 10 by default, 0 for none",
            "rows",
            "rows that the first window has on each side at least; 20 by default",
            "width",
            "instead of `rows`: half-width of the first window, or [left, right]",
            "step",
            "by how much each window is wider than the one before, or [left, right]; up to the bandwidth by default",
            "share",
            "share of rows at or right of the cutoff under the null; 0.5 by default");

    private static final KeySet KEYS = KeySet.of(
            "spec of model `rd-density`",
            "model",
            "the model that is estimated",
            "where",
            "a SQL condition: only rows of the sample where it is true are used",
            "running",
            "column of the running variable",
            "cutoff",
            "where treatment changes, on the scale of the running variable",
            "frequencies",
            "column with the number of units that a row stands for, where rows are counts",
            "order",
            "degree of the local polynomial, 1 to 7; 2 by default",
            "bias_order",
            "degree of the one that is tested, `order` or more; one more by default",
            "fit",
            "each side on its own (unrestricted, the default), or both share all but the slope (restricted)",
            "kernel",
            "weights about the cutoff; triangular by default",
            "variance",
            "jackknife (the default) or plugin, the asymptotic formula",
            "bandwidth",
            "comb (the default), each, diff or sum, as in rddensity",
            "h",
            "bandwidth, or [left, right], instead of `bandwidth`",
            "masspoints",
            "adjust (the default) for rows with the same value, or off",
            "least_rows",
            "rows that a bandwidth holds on each side at least; 21 + order by default, 0 for any",
            "least_values",
            "distinct values that a bandwidth holds on each side at least; 21 + order by default, 0 for any",
            "binomial",
            "the exact tests next to the cutoff");

    @Override
    public String model() {
        return "rd-density";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        ModelSpec.Common common = CommonReader.rows(id, fields);
        Optional<ColumnRef> running = fields.required("running", Values::column);
        Optional<Double> cutoff = fields.required("cutoff", SideValues::finite);
        Optional<ColumnRef> frequencies = fields.optional("frequencies", Values::column);
        RdDensityOptions options = options(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new RdDensity(common, running.orElseThrow(), cutoff.orElseThrow(), frequencies, options));
    }

    private static RdDensityOptions options(Fields fields) {
        int order = fields.optional("order", node -> Values.wholeBetween(node, 1, HIGHEST_ORDER))
                .orElse(RdDensityOptions.DEFAULT.order());
        int biasOrder = fields.optional("bias_order", node -> Values.wholeBetween(node, order, HIGHEST_ORDER + 1))
                .orElse(order + 1);
        boolean restricted = fields.optional("fit", FIT::read).orElse(false);
        Optional<Sides> h = fields.optional("h", SideValues::positive);
        Bandwidth bandwidth = fields.optional("bandwidth", BANDWIDTH::read).orElse(Bandwidth.COMB);
        if (restricted) {
            checkRestricted(fields, h, bandwidth);
        }
        return new RdDensityOptions(
                order,
                biasOrder,
                fields.optional("kernel", KERNEL::read).orElse(RdKernel.TRIANGULAR),
                restricted,
                fields.optional("variance", VARIANCE::read).orElse(false),
                bandwidth,
                h,
                fields.optional("masspoints", MASS_POINTS::read).orElse(true),
                least(fields, "least_rows", order),
                least(fields, "least_values", order),
                fields.optional("binomial", RdDensityReader::binomial).orElse(Binomial.DEFAULT));
    }

    private static int least(Fields fields, String key, int order) {
        return fields.optional(key, node -> Values.wholeBetween(node, 0, MOST)).orElse(RdDensityOptions.leastOf(order));
    }

    private static void checkRestricted(Fields fields, Optional<Sides> h, Bandwidth bandwidth) {
        if (h.isPresent() && h.get().left() != h.get().right()) {
            fields.report(
                    "h",
                    Diagnostic.error(YamlCode.CONFLICT, "the sides of a restricted fit share one bandwidth")
                            .hint("give one number, or leave out `fit: restricted`"));
        }
        if (h.isEmpty() && bandwidth == Bandwidth.EACH) {
            fields.report(
                    "bandwidth",
                    Diagnostic.error(YamlCode.CONFLICT, "the sides of a restricted fit share one bandwidth")
                            .hint("allowed with `fit: restricted`: comb, diff, sum"));
        }
    }

    private static Binomial binomial(Located node) {
        return SideValues.mapping(node, BINOMIAL_KEYS, fields -> {
            Binomial usual = Binomial.DEFAULT;
            Optional<Sides> width = fields.optional("width", SideValues::positive);
            if (width.isPresent() && fields.has("rows")) {
                fields.report(
                        "rows",
                        Diagnostic.error(
                                YamlCode.CONFLICT, "`rows` and `width` both say how wide the first window is"));
            }
            return new Binomial(
                    fields.optional("windows", w -> Values.wholeBetween(w, 0, 1000))
                            .orElse(usual.windows()),
                    fields.optional("rows", r -> Values.wholeBetween(r, 1, MOST))
                            .orElse(usual.rows()),
                    width,
                    fields.optional("step", SideValues::positive),
                    fields.optional("share", SideValues::share).orElse(usual.share()));
        });
    }

    private static <T extends Enum<T>> Choice<T> names(String key, T[] values) {
        Map<String, T> names = new LinkedHashMap<>();
        for (T value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return new Choice<>(key, names);
    }

    private static Choice<Boolean> flag(String key, String no, String yes) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put(no, false);
        names.put(yes, true);
        return new Choice<>(key, names);
    }
}
