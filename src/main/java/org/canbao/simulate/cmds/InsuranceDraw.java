package org.canbao.simulate.cmds;

import java.util.Arrays;

/**
 * Draws hukou and insurance. A person is enrolled in nothing, in one scheme, or in the rural scheme and that of employees;
 * the shares are those of {@link Margins.Insurance}.
 */
final class InsuranceDraw {
    static final int RURAL_SCHEME = 0;
    static final int RESIDENT = 1;
    static final int EMPLOYEE = 2;
    static final int PUBLIC = 3;

    static final int AGRICULTURAL = 1;

    static final long HERE = 1;
    private static final long HOME = 2;
    private static final long ELSEWHERE = 3;
    private static final double ELSEWHERE_SHARE = 0.005;
    private static final double PUBLIC_SHARE = 0.004;

    /** Shares with rural hukou among those in the rural scheme, in that of residents, of employees, and in none. */
    private static final double[] RURAL_HUKOU = {0.97, 0.50, 0.55, 0.80};

    private final Margins.Insurance shares;
    private final Draws draws;

    InsuranceDraw(Margins.Insurance shares, Draws draws) {
        this.shares = shares;
        this.draws = draws;
    }

    /** The share of persons with agricultural hukou who are enrolled, and only at the place of their hukou. */
    static double onlyAtHome(Margins.Insurance shares) {
        double both = both(shares);
        double home = 1 - ELSEWHERE_SHARE;
        return (shares.rural() - both) * (1 - shares.ruralHere()) * home * RURAL_HUKOU[RURAL_SCHEME]
                + shares.resident() * (1 - shares.residentHere()) * home * RURAL_HUKOU[RESIDENT]
                + (shares.employee() - both) * (1 - shares.employeeHere()) * home * RURAL_HUKOU[EMPLOYEE]
                + both
                        * (1 - shares.employeeHere())
                        * (1 - shares.ruralHere())
                        * home
                        * home
                        * RURAL_HUKOU[RURAL_SCHEME];
    }

    /** The share enrolled twice. */
    private static double both(Margins.Insurance shares) {
        return shares.employee() + shares.resident() + shares.rural() - shares.any();
    }

    void draw(Person person) {
        Arrays.fill(person.enrolled, 2);
        Arrays.fill(person.place, Answer.NONE);
        double both = both(shares);
        double u = draws.uniform();
        int scheme = RURAL_HUKOU.length - 1;
        if ((u -= shares.rural() - both) < 0) {
            scheme = RURAL_SCHEME;
            enrol(person, RURAL_SCHEME, shares.ruralHere());
        } else if ((u -= shares.resident()) < 0) {
            scheme = RESIDENT;
            enrol(person, RESIDENT, shares.residentHere());
        } else if ((u -= shares.employee() - both) < 0) {
            scheme = EMPLOYEE;
            enrol(person, draws.chance(PUBLIC_SHARE) ? PUBLIC : EMPLOYEE, shares.employeeHere());
        } else if (u < both) {
            scheme = RURAL_SCHEME;
            enrol(person, RURAL_SCHEME, shares.ruralHere());
            enrol(person, EMPLOYEE, shares.employeeHere());
        }
        person.hukou = draws.chance(RURAL_HUKOU[scheme]) ? AGRICULTURAL : other(person.wave.year());
    }

    private void enrol(Person person, int scheme, double here) {
        person.enrolled[scheme] = 1;
        person.place[scheme] = draws.chance(here) ? HERE : draws.chance(ELSEWHERE_SHARE) ? ELSEWHERE : HOME;
    }

    /** What is not agricultural: two codes until 2014, four in 2015, six since. */
    private int other(int year) {
        double u = draws.uniform();
        if (year < 2015 || u < 0.75) {
            return 2;
        }
        return u < 0.85 ? 3 : u < 0.90 ? 4 : year == 2015 ? 2 : u < 0.99 ? 5 : 6;
    }
}
