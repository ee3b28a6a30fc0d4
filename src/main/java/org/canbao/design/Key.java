package org.canbao.design;

/**
 * A column whose level is the same in all rows of a cell.
 *
 * <p>The codes array is shared, not copied; nobody may write to it.
 */
public final class Key {
    private final String column;
    private final LevelSet levels;
    private final int[] codes;

    Key(String column, LevelSet levels, int[] codes) {
        this.column = column;
        this.levels = levels;
        this.codes = codes;
    }

    /** The column. */
    public String column() {
        return column;
    }

    /** Its levels in the rows read. */
    public LevelSet levels() {
        return levels;
    }

    /** How many cells. */
    public int size() {
        return codes.length;
    }

    /** The level of a cell; -1 where missing. */
    public int code(int cell) {
        return codes[cell];
    }

    /** The value of a cell as a number, NaN where missing. */
    public double number(int cell) {
        return codes[cell] < 0 ? Double.NaN : levels.numbers().get(codes[cell]);
    }

    /** The levels of all cells, -1 where missing; shared, not to be written to. */
    public int[] codes() {
        return codes;
    }

    Key take(int[] cells) {
        int[] taken = new int[cells.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = codes[cells[i]];
        }
        return new Key(column, levels, taken);
    }
}
