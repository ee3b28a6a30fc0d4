package org.canbao.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.canbao.report.figure.FigureModel.Weight;

/** Colours and pens. Everything can be told apart in black and white. */
final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color NOTHING = new Color(255, 255, 255, 0);
    static final Color BAR = new Color(0xea, 0xec, 0xee);
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color QUIET = new Color(0x80, 0x80, 0x80);
    static final Color CLOUD = new Color(0x8a, 0x96, 0xa3);
    static final Color RESULT = new Color(0xa4, 0x26, 0x2c);

    static final BasicStroke AXIS = new BasicStroke(0.7f);
    static final BasicStroke INTERVAL = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    static final BasicStroke CURVE = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final List<Color> SERIES = List.of(
            new Color(0x1f, 0x3b, 0x5c),
            new Color(0xb0, 0x5d, 0x14),
            new Color(0x6b, 0x6b, 0x6b),
            new Color(0x35, 0x7a, 0x4c),
            new Color(0x7b, 0x4f, 0x8f),
            new Color(0x2b, 0x8f, 0x9c));

    private Palette() {}

    /** The colour of a series. */
    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** The colour of a part of bars: dark and light by turns, so that neighbours differ in black and white. */
    static Color area(int index) {
        return index % 2 == 0 ? series(index) : half(series(index));
    }

    private static Color half(Color full) {
        return new Color(
                255 - (255 - full.getRed()) / 2, 255 - (255 - full.getGreen()) / 2, 255 - (255 - full.getBlue()) / 2);
    }

    /** How many series have colours of their own. */
    static int colours() {
        return SERIES.size();
    }

    /** The tint of a series, for areas; not transparent, so that it looks the same in every format. */
    static Color tint(int index) {
        Color full = series(index);
        return new Color(lightened(full.getRed()), lightened(full.getGreen()), lightened(full.getBlue()));
    }

    private static int lightened(int channel) {
        return 255 - (255 - channel) / 4;
    }

    /** The colour of a rule. */
    static Color rule(Weight weight) {
        return switch (weight) {
            case BASE -> new Color(0xa8, 0xa8, 0xa8);
            case MARK -> new Color(0x60, 0x60, 0x60);
            case RESULT -> RESULT;
        };
    }

    /** The pen of a rule. */
    static BasicStroke pen(Weight weight) {
        return switch (weight) {
            case BASE -> new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            case MARK -> new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
            case RESULT -> new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        };
    }
}
