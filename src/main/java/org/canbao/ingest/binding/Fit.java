package org.canbao.ingest.binding;

/** What became of a cell. */
enum Fit {
    /** It has a value of its new type. */
    YES,
    /** It was a text without any character but blanks, which no other type has a value for. */
    BLANK,
    /** Its value cannot be written in its new type without loss. */
    NO
}
