package org.canbao.report.figure;

/**
 * A line of text in its place, in points (1/72 inch) from the upper left corner of the figure.
 *
 * @param text the text; spaces that do not break have done their work and are plain spaces here
 * @param x where the baseline begins, has its middle, or ends
 * @param y the baseline
 * @param anchor which of the three
 * @param size of the font
 * @param quiet whether it is grey
 * @param upward whether it reads from bottom to top
 */
record PlacedText(String text, double x, double y, Anchor anchor, double size, boolean quiet, boolean upward) {
    PlacedText {
        text = text.replace('\u00a0', ' ');
    }

    static PlacedText of(String text, double x, double y, Anchor anchor, double size) {
        return new PlacedText(text, x, y, anchor, size, false, false);
    }

    /** The same in grey. */
    PlacedText asQuiet() {
        return new PlacedText(text, x, y, anchor, size, true, upward);
    }

    /** The same from bottom to top. */
    PlacedText asUpward() {
        return new PlacedText(text, x, y, anchor, size, quiet, true);
    }

    /** Which point of the baseline is at x. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }

        /** The share of the text's width that lies before the point. */
        double share() {
            return share;
        }
    }
}
