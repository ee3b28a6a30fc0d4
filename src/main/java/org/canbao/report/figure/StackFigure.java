package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.figure.FigureModel.Axis;
import org.canbao.report.figure.FigureModel.Block;
import org.canbao.report.figure.FigureModel.Direction;
import org.canbao.report.figure.FigureModel.Rule;
import org.canbao.report.figure.FigureModel.Series;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.report.figure.FigureModel.Stack;
import org.canbao.report.figure.FigureModel.Tick;
import org.canbao.report.figure.FigureModel.Weight;
import org.canbao.spec.Lang;

/** Stacked bars: each part of a bar stands on the part before it. */
public final class StackFigure {
    private static final double HALF_WIDTH = 0.31;
    private static final double ABOVE = 0.08;

    private static final Rule ZERO = new Rule("zero", Direction.ACROSS, Side.LEFT, 0, Weight.BASE, Optional.empty());

    private StackFigure() {}

    /**
     * A part of every bar.
     *
     * @param name for the legend
     * @param values its size in each bar, not negative
     */
    public record Part(String name, List<Double> values) {
        public Part {
            values = List.copyOf(values);
        }
    }

    /**
     * The figure.
     *
     * @param id its key
     * @param lang the language of its texts
     * @param title its title
     * @param height what the bars measure
     * @param bars their names, from left to right
     * @param parts their parts, from below; four can be told apart
     * @param caption paragraphs under it
     */
    public static FigureModel of(
            String id,
            Lang lang,
            String title,
            String height,
            List<String> bars,
            List<Part> parts,
            List<String> caption) {
        List<Series> series = new ArrayList<>();
        double[] top = new double[bars.size()];
        AxisRange range = new AxisRange();
        for (int p = 0; p < parts.size(); p++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < bars.size(); i++) {
                double value = parts.get(p).values().get(i);
                blocks.add(new Block(i - HALF_WIDTH, i + HALF_WIDTH, top[i], top[i] + value));
                top[i] += value;
                range.include(top[i]);
            }
            series.add(new Stack(parts.get(p).name(), p, blocks));
        }
        return new FigureModel(
                id,
                lang,
                title,
                names(bars),
                range.fromZero(height, 0, ABOVE),
                Optional.empty(),
                series,
                List.of(ZERO),
                Optional.empty(),
                caption);
    }

    private static Axis names(List<String> bars) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            ticks.add(new Tick(i, bars.get(i)));
        }
        return new Axis("", -0.5, bars.size() - 0.5, ticks);
    }
}
