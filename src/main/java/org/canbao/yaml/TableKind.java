package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.TableSpec;

/** Reads the tables of one kind. A new kind is one of these and a line in {@link TableReader}. */
interface TableKind {
    /** The value of {@code kind:}. */
    String kind();

    /** Its keys, the common ones among them. */
    KeySet keys();

    /** Reads one table; findings are collected in {@code fields}, and then it is empty. */
    Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared);
}
