package org.canbao.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.canbao.report.figure.FigureModel.Estimate;
import org.canbao.report.figure.FigureModel.Estimates;
import org.canbao.report.figure.FigureModel.Side;
import org.canbao.result.Fit;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureRenderingTest {
    private static final double DOTS = 300 / 72.0;

    private static FigureModel eventStudy(Lang lang, double scale) {
        return new EventStudyFigure(FigureFits.context(lang, true))
                .of(
                        FigureFits.EVENT_STUDY,
                        FigureFits.alone(FigureFits.eventStudy(-4, FigureFits.ESTIMATES, FigureFits.ERRORS, scale)));
    }

    private static FigureModel placebo(Lang lang, double truth, List<Fit.Draw> draws) {
        return new PlaceboFigure(FigureFits.context(lang, true))
                .of(FigureFits.PLACEBO, FigureFits.placebo(truth, draws), Optional.empty(), OptionalLong.of(1));
    }

    private static FigureModel wordy(Lang lang) {
        Text text = new Text(
                "The sample keeps persons aged 16 to 60 with a rural household registration. ".repeat(6),
                "样本包括户籍为农业、年龄在十六至六十岁之间的流动人口（下同）。".repeat(8));
        FigureSpec.EventStudy spec =
                new FigureSpec.EventStudy("wordy", text, Optional.of(text), List.of(FigureFits.column("event-study")));
        return new EventStudyFigure(FigureFits.context(lang, true)).of(spec, FigureFits.alone(FigureFits.eventStudy()));
    }

    private static FigureModel several(String... names) {
        List<EventStudyFigure.Named> fits = Stream.of(names)
                .map(name -> EventStudyFigure.Named.of(name, FigureFits.eventStudy()))
                .toList();
        return new EventStudyFigure(FigureFits.context(Lang.EN, true)).of(FigureFits.EVENT_STUDY, fits);
    }

    static List<FigureModel> models() {
        List<Fit.Draw> withMissing = new ArrayList<>(FigureFits.draws(60, 5));
        withMissing.add(new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        return List.of(
                eventStudy(Lang.EN, 1),
                eventStudy(Lang.ZH, 1e-7),
                eventStudy(Lang.EN, 1e12),
                wordy(Lang.EN),
                wordy(Lang.ZH),
                several(
                        "Two-way fixed effects",
                        "Sun and Abraham",
                        "Callaway and Sant’Anna",
                        "Imputation, with controls"),
                new EventStudyFigure(FigureFits.context(Lang.EN, true))
                        .of(
                                FigureFits.EVENT_STUDY,
                                FigureFits.alone(FigureFits.eventStudy(0, new double[] {0.3}, new double[] {0.1}, 1))),
                placebo(Lang.EN, 0.0371, FigureFits.draws(500, 1)),
                placebo(Lang.ZH, -0.15, withMissing),
                placebo(Lang.ZH, 0.0005, FigureFits.draws(500, 1)),
                placebo(Lang.EN, 0.0371, Collections.nCopies(9, new Fit.Draw(0.02, 0.01, 2, 0.046))),
                placebo(Lang.EN, 0, Collections.nCopies(9, new Fit.Draw(0, 0.01, 0, 1))));
    }

    private static FigureLayout layout(FigureModel model) {
        return FigureLayout.of(model, FigureFont.bundled());
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTextLeavesThePageOrCoversAnother(FigureModel model) {
        FigureLayout layout = layout(model);
        Rectangle2D page = new Rectangle2D.Double(2, 2, layout.width() - 4, layout.height() - 4);
        List<PlacedText> texts =
                layout.texts().stream().filter(t -> !t.text().isEmpty()).toList();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle2D box = ink(texts.get(i));
            assertThat(page.contains(box)).as("%s in the page", texts.get(i)).isTrue();
            for (PlacedText other : texts.subList(i + 1, texts.size())) {
                assertThat(box.intersects(ink(other)))
                        .as("%s over %s", texts.get(i), other)
                        .isFalse();
            }
        }
        assertThat(texts).allSatisfy(t -> assertThat(t.size()).isGreaterThanOrEqualTo(8));
    }

    /** From the height of capitals to the baseline. */
    private static Rectangle2D ink(PlacedText text) {
        double width = FigureFont.bundled().width(text.text(), text.size());
        double height = 0.75 * text.size();
        double before = text.anchor().share() * width;
        return text.upward()
                ? new Rectangle2D.Double(text.x() - height, text.y() - width + before, height, width)
                : new Rectangle2D.Double(text.x() - before, text.y() - height, width, height);
    }

    @ParameterizedTest
    @MethodSource("models")
    void placesAreThoseOfXChart(FigureModel model) {
        FigureLayout layout = layout(model);
        XYChart chart = new ChartPainter(model, layout).chart();
        BufferedImage canvas = new BufferedImage(layout.plot().width, layout.plot().height, BufferedImage.TYPE_INT_RGB);
        chart.paint(canvas.createGraphics(), canvas.getWidth(), canvas.getHeight());
        for (double share : new double[] {0, 0.3, 1}) {
            double x = model.x().min() + share * (model.x().max() - model.x().min());
            assertThat(chart.getScreenXFromChart(x) + layout.plot().x).isCloseTo(layout.x(model.x(), x), within(1e-6));
            for (Side side : model.right().isPresent() ? Side.values() : new Side[] {Side.LEFT}) {
                FigureModel.Axis axis = model.vertical(side);
                double y = axis.min() + share * (axis.max() - axis.min());
                assertThat(chart.getScreenYFromChart(y, side.ordinal()) + layout.plot().y)
                        .isCloseTo(layout.y(axis, y), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelCanBePainted(FigureModel model) {
        assertThat(new PngFigure().render(model)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void sameModelSameBytes(Lang lang) {
        FigureModel model = placebo(lang, 0.0371, FigureFits.draws(200, 1));
        for (FigureFormat format : FigureFormat.all()) {
            assertThat(format.render(model)).as(format.extension()).isEqualTo(format.render(model));
        }
    }

    @Test
    void pngHasItsSizeAndResolution() throws IOException {
        byte[] png = new PngFigure().render(eventStudy(Lang.EN, 1));
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        assertThat(reader.getWidth(0)).isEqualTo(1950);
        assertThat(reader.getHeight(0)).isEqualTo(1260);
        Element metadata = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        Element physical = (Element) metadata.getElementsByTagName("pHYs").item(0);
        assertThat(physical.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
        assertThat(physical.getAttribute("unitSpecifier")).isEqualTo("meter");
    }

    @Test
    void pngHasInkWherePointsAreAndAHoleInTheReference() throws IOException {
        FigureModel model = eventStudy(Lang.EN, 1);
        FigureLayout layout = layout(model);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new PngFigure().render(model)));
        for (Estimate e : ((Estimates) model.series().get(0)).estimates()) {
            int x = (int) Math.round(layout.x(model.x(), e.x()) * DOTS);
            int y = (int) Math.round(layout.y(model.left(), e.y()) * DOTS);
            Color expected = e.reference() ? Palette.PAPER : Palette.series(0);
            assertThat(new Color(image.getRGB(x, y))).as("at %s", e.at()).isEqualTo(expected);
            if (!e.reference()) {
                int high = (int) Math.round(layout.y(model.left(), e.high() - 0.001) * DOTS);
                assertThat(new Color(image.getRGB(x, high))).isEqualTo(Palette.series(0));
                int beyond = (int) Math.round(layout.y(model.left(), e.high() + 0.001) * DOTS);
                assertThat(new Color(image.getRGB(x, beyond))).isEqualTo(Palette.PAPER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void svgIsXmlWithItsTextsAsTextsAndItsFont(Lang lang) throws Exception {
        FigureModel model = eventStudy(lang, 1);
        byte[] bytes = new SvgFigure().render(model);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document svg = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 468 302.4");
        assertThat(root.getAttribute("width")).isEqualTo("6.5in");
        assertThat(root.getAttribute("height")).isEqualTo("4.2in");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("DOCTYPE");

        List<String> texts = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertThat(texts)
                .containsAll(
                        lang == Lang.EN
                                ? List.of("Simulated data", "Adoption", "≤ −4", "Effect on cross-city migration")
                                : List.of("模拟数据", "政策实施", "≤ −4", "对跨市流动的影响", "异地就医直接结算前后的跨市流动"));
        assertThat(svg.getElementsByTagName("style").item(0).getTextContent())
                .startsWith("@font-face { font-family: 'Noto Sans SC'; src: url(data:font/ttf;base64,");
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void pdfIsOnePageOfItsSizeWithTextThatCanBeCopied(Lang lang) throws IOException {
        byte[] pdf = new PdfFigure().render(placebo(lang, 0.0371, FigureFits.draws(100, 1)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isEqualTo(468f);
            assertThat(box.getHeight()).isEqualTo(302.4f);
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            lang == Lang.EN
                                    ? List.of("Simulated data", "True estimate: 0.0371", "p = 0.1", "−0.02")
                                    : List.of("模拟数据", "真实估计值：0.0371", "安慰剂检验：随机分配各城市的实施时间", "直接结算的估计系数"));
        }
    }

    /** fontbox writes 78 bytes, the length of version 0; browsers refuse the font if it claims a later one. */
    @Test
    void webFontIsOneThatBrowsersTake() throws IOException {
        String svg = new String(new SvgFigure().render(eventStudy(Lang.ZH, 1)), StandardCharsets.UTF_8);
        String encoded = svg.substring(svg.indexOf("base64,") + 7, svg.indexOf(") format("));
        ByteBuffer font = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
        int tables = font.getShort(4);
        boolean found = false;
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (font.getInt(entry) == 0x4F532F32) {
                found = true;
                assertThat(font.getShort(font.getInt(entry + 8))).as("version").isZero();
                assertThat(font.getInt(entry + 12)).as("length").isEqualTo(78);
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void fontOfTheMachineIsDrawnAsOutlinesInPdfAndNamedInSvg() throws IOException {
        String polish = "\u0141\u0119";
        boolean installed = Stream.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .anyMatch(font -> font.canDisplayUpTo(polish + "≤−") < 0);
        assumeTrue(installed, "needs an installed font with Polish letters");
        FigureSpec.EventStudy spec = new FigureSpec.EventStudy(
                "polish", Text.of(polish), Optional.empty(), List.of(FigureFits.column("event-study")));
        FigureModel model = new EventStudyFigure(FigureFits.context(Lang.EN, false))
                .of(spec, FigureFits.alone(FigureFits.eventStudy()));
        try (PDDocument document = Loader.loadPDF(new PdfFigure().render(model))) {
            assertThat(new PDFTextStripper().getText(document)).isBlank();
        }
        assertThat(new String(new SvgFigure().render(model), StandardCharsets.UTF_8))
                .contains(">" + polish + "</text>")
                .doesNotContain("base64");
        assertThat(new PngFigure().render(model)).isNotEmpty();
    }

    @Test
    void longCaptionsMakeTheFigureHigherAndLeaveThePlot() {
        FigureLayout usual = layout(eventStudy(Lang.EN, 1));
        FigureLayout wordy = layout(wordy(Lang.EN));
        assertThat(usual.height()).isEqualTo(302.4);
        assertThat(wordy.height()).isGreaterThan(302.4);
        assertThat(wordy.plot().height).isGreaterThanOrEqualTo(185);
    }
}
