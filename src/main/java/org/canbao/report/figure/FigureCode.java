package org.canbao.report.figure;

import org.canbao.diag.Code;

/** Findings about figures. */
public enum FigureCode implements Code {
    /** No font has a character that a figure needs. */
    NO_GLYPH("CB0651"),
    /** The font, or the part of Java that draws text, could not be loaded. */
    FONT_NOT_LOADED("CB0652"),
    /** The fit has no finite estimate. */
    NOTHING_TO_DRAW("CB0653"),
    /** Bars that cannot be drawn. */
    BARS("CB0654");

    private final String id;

    FigureCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
