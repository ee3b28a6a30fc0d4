package org.canbao.estimate;

/** The treatment of each cell of a design, as it is and as it is drawn. */
interface CellTreatments {
    /** How many draws. */
    int size();

    /** The real treatment; NaN where there is none to tell. */
    double[] actual();

    /** The treatment of a draw, a new array; depends on nothing but its number. */
    double[] draw(int draw);
}
