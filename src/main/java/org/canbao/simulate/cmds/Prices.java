package org.canbao.simulate.cmds;

/** Consumer prices of the country, 2010 = 100, rounded from the official yearly changes. */
final class Prices {
    static final int FIRST_YEAR = 2010;

    private static final double[] INDEX = {100.0, 105.4, 108.1, 111.0, 113.2, 114.8, 117.1, 119.0, 121.5};

    private Prices() {}

    /** The index of a year, 2010 to 2018. */
    static double index(int year) {
        return INDEX[year - FIRST_YEAR];
    }
}
