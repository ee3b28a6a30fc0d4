package org.canbao.run;

import org.canbao.diag.Code;

/** Findings of the pipeline. */
public enum RunCode implements Code {
    /** There is no study of that name. */
    NO_STUDY("CB0701"),
    /** An input of the study is neither in the store nor given. */
    NO_INPUT("CB0702"),
    /** {@code --input} names something that the study does not have. */
    UNKNOWN_INPUT("CB0703"),
    /** {@code --only} names something that the study does not have. */
    UNKNOWN_EXHIBIT("CB0704"),
    /** A manifest is missing or broken. */
    NO_MANIFEST("CB0705"),
    /** An output differs from what the manifest says. */
    OUTPUT_CHANGED("CB0706"),
    /** The data file cannot be opened. */
    NO_DATA("CB0707"),
    /** There is no data schema of that name. */
    NO_SCHEMA("CB0708"),
    /** Another process works on the study. */
    BUSY("CB0709"),
    /** A link leads out of the output folder. */
    OUTSIDE("CB0710"),
    /** The published numbers that a study names are not there. */
    NO_PUBLISHED("CB0711"),
    /** Something is not made because an optional input is not there. */
    LEFT_OUT("CB0712"),
    /** {@code --choices} names something that the study does not have. */
    UNKNOWN_CURVE("CB0713"),
    /** A specification curve of an earlier run is no longer what the study says. */
    CURVE_STALE("CB0714");

    private final String id;

    RunCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
