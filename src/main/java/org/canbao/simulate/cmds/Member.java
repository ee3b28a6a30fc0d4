package org.canbao.simulate.cmds;

/** A member of a household, or the respondent, in the codes that all waves have in common. Used again for every row. */
final class Member {
    static final int SPOUSE = 2;
    static final int CHILD = 3;
    static final int PARENT = 5;
    static final int SIBLING = 6;

    static final int UNMARRIED = 1;
    static final int MARRIED = 2;

    static final int HERE = 1;
    static final int AT_HOME = 2;

    static final int WORK = 1;
    static final int BUSINESS = 2;
    static final int WITH_FAMILY = 3;

    /** Relation to the respondent, whose own is 1. */
    int relation;

    /** 1 male, 2 female. */
    int sex;

    int birthYear;
    int birthMonth;
    /** 1 to 7, from no school to postgraduate. */
    int education;

    /** Of class 4: whether the school was technical, which some waves tell apart. */
    boolean technical;

    int marital;
    /** Where the member lives. */
    int residence;

    /** Why the member came; {@link Answer#NONE} if not here. */
    long reason;

    long arrivalYear;
    long arrivalMonth;
    /** Whether the member works: 1 yes, 2 no. */
    int works;

    /** Whether the member is the respondent, the spouse or a child. */
    boolean isFamily() {
        return relation <= CHILD;
    }
}
