package org.canbao.spec.fiscal;

/** A level of government that pays a part of the subsidy. */
public enum Level {
    /** The central government. */
    CENTRAL,
    /** The province. */
    PROVINCE,
    /** The city, with its districts and counties. */
    CITY
}
