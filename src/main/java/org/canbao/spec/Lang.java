package org.canbao.spec;

/** The language of the exhibits. */
public enum Lang {
    /** English. */
    EN,
    /** Simplified Chinese. */
    ZH
}
