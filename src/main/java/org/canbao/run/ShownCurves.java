package org.canbao.run;

import java.util.List;
import org.canbao.spec.CurveSpec;

/** The specification curves that the outputs of a study have, and their figures. */
record ShownCurves(List<CurveSpec> specs, CurveFigures figures) {
    ShownCurves {
        specs = List.copyOf(specs);
    }
}
