package org.canbao.yaml;

import java.math.BigDecimal;
import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ModelSpec.Window;

/** Reads the values of a running variable that are used: both ends, or a half-width about the cutoff. */
final class CutoffWindow {
    private CutoffWindow() {}

    /**
     * The window.
     *
     * @throws org.canbao.diag.CanbaoException if the cutoff is not inside
     */
    static Window read(Located node, double cutoff) {
        Window window = node instanceof Located.Sequence ? ends(node) : about(cutoff, node);
        if (!(window.low() < cutoff && cutoff <= window.high())) {
            throw Diagnostic.error(YamlCode.CONFLICT, "the window does not have the cutoff " + text(cutoff) + " inside")
                    .at(node.place())
                    .hint("it begins below the cutoff and ends at it or above")
                    .toException();
        }
        return window;
    }

    private static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Window ends(Located node) {
        String expected = "two values of the running variable, the first below the second, for example [-24, 24]";
        List<Double> ends = Values.list(node, expected, SideValues::finite);
        if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
            throw Values.wrongKind(node, expected);
        }
        return new Window(ends.get(0), ends.get(1));
    }

    private static Window about(double cutoff, Located node) {
        String expected = "[from, to], or a positive half-width about the cutoff";
        Values.scalar(node, expected);
        double width = SideValues.finite(node);
        if (width <= 0) {
            throw Values.wrongKind(node, expected);
        }
        return new Window(cutoff - width, cutoff + width);
    }
}
