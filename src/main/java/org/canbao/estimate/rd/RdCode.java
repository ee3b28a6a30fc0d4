package org.canbao.estimate.rd;

import org.canbao.diag.Code;

/** Findings while a local discontinuity is estimated. */
public enum RdCode implements Code {
    /** No row is on one side of the cutoff. */
    ONE_SIDE("CB0550"),
    /** Too few distinct values of the running variable within a bandwidth. */
    TOO_FEW_VALUES("CB0551"),
    /** No bandwidth can be chosen from the data. */
    NO_BANDWIDTH("CB0552"),
    /** The treatment does not jump at the cutoff. */
    NO_FIRST_STAGE("CB0553"),
    /** All rows on a side are in one cluster. */
    ONE_CLUSTER("CB0554"),
    /** There are not more rows than parameters. */
    TOO_FEW_ROWS("CB0555"),
    /** The running variable cannot be used. */
    BAD_RUNNING("CB0556");

    private final String id;

    RdCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
