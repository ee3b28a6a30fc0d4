package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.spec.Lang;

/** Stacked bars of numbers that are there already: each part of a bar stands on the part before it. */
public final class StackFigure {
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
     * @param bars their names, in order
     * @param parts their parts, from below
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
        List<BarChart.Bar> all = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            int bar = i;
            all.add(new BarChart.Bar(
                    bars.get(i),
                    parts.stream()
                            .map(part -> BarChart.Part.of(part.values().get(bar)))
                            .toList()));
        }
        List<String> names = parts.stream().map(Part::name).toList();
        BarChart chart = new BarChart(names, List.of(new BarChart.Panel("", all)), true);
        FigureContext context = new FigureContext(Labels.NAMES, lang, false);
        return chart.model(context, id, title, height, Optional.empty(), caption);
    }
}
