package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.FigureSpec;

/** Reads the figures of one kind. A new kind is one of these and a line in {@link FigureReader}. */
interface FigureKind {
    /** The value of {@code kind:}. */
    String kind();

    /** Its keys, the common ones among them. */
    KeySet keys();

    /** Reads one figure; findings are collected in {@code fields}, and then it is empty. */
    Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared);
}
