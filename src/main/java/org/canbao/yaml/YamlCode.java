package org.canbao.yaml;

import org.canbao.diag.Code;

/** Findings about study and spec files. */
public enum YamlCode implements Code {
    /** The file cannot be read. */
    NOT_READ("CB0101"),
    /** The text is not YAML. */
    NOT_YAML("CB0102"),
    /** A feature of YAML that canbao does not allow: aliases, anchors, tags, several documents, keys that are no text. */
    NOT_ALLOWED("CB0103"),
    /** The file is too large or nested too deep. */
    TOO_LARGE("CB0104"),
    /** A key appears twice. */
    DUPLICATE_KEY("CB0105"),
    /** A key is not known here. */
    UNKNOWN_KEY("CB0106"),
    /** A key is missing. */
    MISSING_KEY("CB0107"),
    /** A value is of the wrong kind. */
    WRONG_KIND("CB0108"),
    /** A value is none of the valid ones. */
    UNKNOWN_VALUE("CB0109"),
    /** Keys or values that do not fit together. */
    CONFLICT("CB0110"),
    /** A formula cannot be read. */
    FORMULA("CB0111"),
    /** A list that is not declared, or contains itself. */
    LIST("CB0112"),
    /** A name of a spec, input or figure that is not declared. */
    UNKNOWN_NAME("CB0113"),
    /** An identifier that cannot be a file name. */
    BAD_ID("CB0114"),
    /** Something is declared and not used. */
    UNUSED("CB0115"),
    /** Schemas that extend each other in a circle, or one that is not there. */
    EXTENDS("CB0120"),
    /** A table of codes that cannot be used. */
    CODE_TABLE("CB0121"),
    /** A condition on a roster that cannot be read. */
    ROSTER("CB0122"),
    /** A statement about printed numbers cannot be read. */
    STATEMENT("CB0125");

    private final String id;

    YamlCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
