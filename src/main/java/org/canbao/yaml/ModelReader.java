package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.ModelSpec;

/** Reads the specs of one model. A new model is one of these and a line in {@link ModelReaders}. */
interface ModelReader {
    /** The value of {@code model:}. */
    String model();

    /** The keys of the model, the common ones among them. */
    KeySet keys();

    /**
     * Reads one spec; findings are collected in {@code fields}.
     *
     * @param id the key of the spec
     * @param scope what it may refer to
     * @return empty if there was a finding
     */
    Optional<ModelSpec> read(String id, Fields fields, SpecScope scope);
}
