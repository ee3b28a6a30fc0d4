package org.canbao.report.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A figure as PNG with 300 dots per inch, which its metadata say. */
public final class PngFigure implements FigureFormat {
    private static final double SCALE = 300 / 72.0;
    private static final String DOTS_PER_METRE = "11811";
    private static final String METADATA = "javax_imageio_png_1.0";

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public byte[] render(FigureModel model) {
        FigureFont font = FigureFont.bundled().covering(model.id(), model.texts());
        FigureLayout layout = FigureLayout.of(model, font);
        int width = (int) Math.round(layout.width() * SCALE);
        int height = (int) Math.round(layout.height() * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(SCALE, SCALE);
        new ChartPainter(model, layout).paint(g);
        layout.texts().forEach(text -> draw(g, text, font));
        g.dispose();
        return encode(image);
    }

    private static void draw(Graphics2D page, PlacedText text, FigureFont font) {
        Graphics2D g = (Graphics2D) page.create();
        g.translate(text.x(), text.y());
        if (text.upward()) {
            g.rotate(-Math.PI / 2);
        }
        g.setColor(text.quiet() ? Palette.QUIET : Palette.INK);
        g.setFont(font.at(text.size()));
        double before = text.anchor().share() * font.width(text.text(), text.size());
        g.drawString(text.text(), (float) -before, 0f);
        g.dispose();
    }

    private static byte[] encode(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(METADATA, resolution());
            writer.setOutput(out);
            writer.write(metadata, new IIOImage(image, null, metadata), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution() {
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", DOTS_PER_METRE);
        physical.setAttribute("pixelsPerUnitYAxis", DOTS_PER_METRE);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(physical);
        return root;
    }
}
