package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.VcovSpec;

/** Reads the keys that all models share. */
final class CommonReader {
    /** The keys of models that have an inference of their own. */
    static final KeySet ROW_KEYS = KeySet.of(
            "a spec",
            "model",
            "the model that is estimated",
            "sample",
            "in a study, the sample that it is about; that of the spec it builds on, or else the main one, by default",
            "where",
            "a SQL condition: only rows of the sample where it is true are used",
            "weights",
            "column of analytic weights; only their ratios matter");

    static final KeySet KEYS = ROW_KEYS.and(KeySet.of(
            "a spec",
            "vcov",
            "how the covariance is computed; must be said, here or under `defaults`",
            "cluster",
            "columns by which errors are clustered (several: multi-way; city^year: combined)",
            "p_value",
            "for cr0 to cr3: t with clusters less one (the default) or each coefficient's satterthwaite degrees of freedom",
            "small_sample",
            "small-sample conventions; the default is that of fixest",
            "singletons",
            "whether rows alone in a fixed-effect level are dropped or kept; the default is that of the profile: drop"
                    + " for fixest and reghdfe, otherwise keep"));

    static final Choice<Boolean> SINGLETONS = new Choice<>("singletons", singletons());

    private CommonReader() {}

    private static Map<String, Boolean> singletons() {
        Map<String, Boolean> keep = new LinkedHashMap<>();
        keep.put("drop", false);
        keep.put("keep", true);
        return keep;
    }

    /** The common part; empty if there was a finding. */
    static Optional<ModelSpec.Common> read(String id, Fields fields) {
        Optional<SqlExpression> where = fields.optional("where", Values::sql);
        Optional<ColumnRef> weights = fields.optional("weights", Values::column);
        Optional<VcovSpec> vcov = VcovReader.read(fields);
        SmallSampleSpec smallSample =
                fields.optional("small_sample", SmallSampleReader::read).orElse(SmallSampleSpec.FIXEST);
        vcov.ifPresent(v -> SmallSampleReader.check(fields, smallSample, v));
        boolean keep = fields.optional("singletons", SINGLETONS::read)
                .orElse(smallSample.profile().keepsSingletons());
        return vcov.map(v -> new ModelSpec.Common(id, where, weights, v, smallSample, keep, fields.place()));
    }

    /** The common part of a model with {@link #ROW_KEYS} alone, whose covariance is its own; no singleton is dropped. */
    static ModelSpec.Common rows(String id, Fields fields) {
        return new ModelSpec.Common(
                id,
                fields.optional("where", Values::sql),
                fields.optional("weights", Values::column),
                new VcovSpec.Iid(),
                SmallSampleSpec.FIXEST,
                true,
                fields.place());
    }
}
