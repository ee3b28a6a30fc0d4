package org.canbao.report.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.canbao.spec.Lang;

/**
 * A figure as a PDF page of its own size: lines and points as vectors, texts as texts in an embedded subset of the
 * font, which can be searched and copied. A font of the machine cannot be embedded; its texts become outlines.
 */
public final class PdfFigure implements FigureFormat {
    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public byte[] render(FigureModel model) {
        FigureFont font = FigureFont.bundled().covering(model.id(), model.texts());
        FigureLayout layout = FigureLayout.of(model, font);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                InputStream program = font.program().orElseGet(InputStream::nullInputStream)) {
            PDPage page = new PDPage(new PDRectangle((float) layout.width(), (float) layout.height()));
            document.addPage(page);
            Optional<PDFont> embedded = font.program().isEmpty()
                    ? Optional.empty()
                    : Optional.of(PDType0Font.load(document, program, true));
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) layout.width(), (float) layout.height());
            new ChartPainter(model, layout).paint(g);
            if (embedded.isEmpty()) {
                layout.texts().forEach(text -> outline(g, text, font));
            }
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
                if (embedded.isPresent()) {
                    write(content, layout, font, embedded.get());
                }
            }
            describe(document, model);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(PDPageContentStream content, FigureLayout layout, FigureFont font, PDFont embedded)
            throws IOException {
        List<PlacedText> texts =
                layout.texts().stream().filter(text -> !text.text().isEmpty()).toList();
        for (PlacedText text : texts) {
            Matrix place = Matrix.getTranslateInstance((float) text.x(), (float) (layout.height() - text.y()));
            if (text.upward()) {
                place.rotate(Math.PI / 2);
            }
            place.translate((float) -before(text, font), 0);
            content.beginText();
            content.setFont(embedded, (float) text.size());
            content.setNonStrokingColor(colour(text));
            content.setTextMatrix(place);
            content.showText(text.text());
            content.endText();
        }
    }

    private static void outline(Graphics2D page, PlacedText text, FigureFont font) {
        Graphics2D g = (Graphics2D) page.create();
        g.translate(text.x(), text.y());
        if (text.upward()) {
            g.rotate(-Math.PI / 2);
        }
        g.translate(-before(text, font), 0);
        g.setColor(colour(text));
        g.fill(font.outlines(text.text(), text.size()).getOutline());
        g.dispose();
    }

    private static double before(PlacedText text, FigureFont font) {
        return text.anchor().share() * font.width(text.text(), text.size());
    }

    private static Color colour(PlacedText text) {
        return text.quiet() ? Palette.QUIET : Palette.INK;
    }

    /** Title and language for readers and screen readers; a fixed identifier instead of one from the clock. */
    private static void describe(PDDocument document, FigureModel model) {
        document.getDocumentInformation().setTitle(model.title());
        document.getDocumentInformation().setCreator("canbao");
        document.getDocumentCatalog().setLanguage(model.lang() == Lang.ZH ? "zh-CN" : "en");
        document.setDocumentId(0L);
    }
}
