package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.files.AtomicFile;
import org.canbao.report.Labels;
import org.canbao.report.figure.FigureContext;
import org.canbao.report.figure.FigureFormat;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.figure.SpecificationCurveFigure;
import org.canbao.report.figure.SvgFigure;
import org.canbao.result.CurveJson;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;

/** Draws specification curves from their numbers on the disk. */
final class CurveFigures {
    private final StudySpec study;
    private final Labels labels;
    private final boolean simulated;
    private final OutputFiles outputs;

    CurveFigures(StudySpec study, Labels labels, boolean simulated, OutputFiles outputs) {
        this.study = study;
        this.labels = labels;
        this.simulated = simulated;
        this.outputs = outputs;
    }

    /** The files of a curve's figure, with what is in them. */
    Map<String, AtomicFile.Content> files(CurveSpec curve, Lang lang) {
        FigureModel model = model(curve, lang);
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        for (FigureFormat format : FigureFormat.all()) {
            byte[] bytes = format.render(model);
            files.put("figures/" + curve.id() + "." + format.extension(), out -> out.write(bytes));
        }
        return files;
    }

    /** The figure as SVG. */
    String svg(CurveSpec curve, Lang lang) {
        return new String(new SvgFigure().render(model(curve, lang)), StandardCharsets.UTF_8);
    }

    private FigureModel model(CurveSpec curve, Lang lang) {
        try {
            String json = Files.readString(outputs.path(CurveFiles.json(curve.id())));
            FigureContext context = new FigureContext(labels, lang, simulated);
            return SpecificationCurveFigure.of(curve, CurveJson.read(json), study.notes(), context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
