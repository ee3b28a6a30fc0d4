package org.canbao.simulate.cmds;

/** A row: the respondent, the household, and all answers. Used again for every row. */
final class Person {
    /** As many persons as a row has places. */
    static final int PLACES = 10;

    final Member[] members = new Member[PLACES];
    /** Persons of the household, the respondent among them. */
    int size;

    CmdsWave wave;
    CmdsCity city;
    String cityName = "";
    long id;
    /** How many migrants this person stands for at scale 1. */
    double weight;

    int hukou;
    boolean han;
    /** 1 across provinces, 2 across cities of a province, 3 across counties of a city, 4 across borders. */
    int range;

    int homeProvince;
    long expenditure;
    long householdIncome;
    long ownIncome;
    long housing;
    /** 1 employer, 2 own account, 3 employee with a fixed employer, 4 without, 5 other. */
    long employment;

    long ill;
    long experience;
    /** Rural scheme, resident insurance, employee insurance, publicly funded: 1 yes, 2 no. */
    final int[] enrolled = new int[4];
    /** Where: 1 here, 2 at the place of hukou, 3 elsewhere; {@link Answer#NONE} if not enrolled. */
    final long[] place = new long[4];

    long stay;
    long happiness;
    final long[] integration = new long[5];

    Person(CmdsWave wave, CmdsCity city) {
        this.wave = wave;
        this.city = city;
        for (int i = 0; i < PLACES; i++) {
            members[i] = new Member();
        }
    }

    /** Whether any scheme is that of the place of residence. */
    boolean isEnrolledHere() {
        for (int scheme = 0; scheme < enrolled.length; scheme++) {
            if (enrolled[scheme] == 1 && place[scheme] == InsuranceDraw.HERE) {
                return true;
            }
        }
        return false;
    }

    /** The respondent. */
    Member self() {
        return members[0];
    }

    /** The respondent with spouse and children, wherever they live. */
    int family() {
        int family = 0;
        for (int m = 0; m < size; m++) {
            family += members[m].isFamily() ? 1 : 0;
        }
        return family;
    }

    /** Of these, who works. */
    int working() {
        int working = 0;
        for (int m = 0; m < size; m++) {
            working += members[m].isFamily() && members[m].works == 1 ? 1 : 0;
        }
        return working;
    }

    /** Adds a member; beyond the last place nobody is listed. */
    Member add(int relation) {
        Member member = members[Math.min(size, PLACES - 1)];
        size = Math.min(size + 1, PLACES);
        member.relation = relation;
        return member;
    }
}
