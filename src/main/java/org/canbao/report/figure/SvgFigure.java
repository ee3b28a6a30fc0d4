package org.canbao.report.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.canbao.spec.Lang;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A figure as SVG: shapes from the painted chart, texts as texts. The characters that occur are embedded as a web font;
 * programs that do not read it find the next family of the list.
 */
public final class SvgFigure implements FigureFormat {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FAMILIES =
            "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public byte[] render(FigureModel model) {
        FigureFont font = FigureFont.bundled().covering(model.id(), model.texts());
        FigureLayout layout = FigureLayout.of(model, font);
        try {
            Document svg = parse(shapes(model, layout));
            Element root = svg.getDocumentElement();
            size(root, layout);
            renameClips(svg);
            describe(root, model, font);
            texts(root, layout, font);
            return serialise(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("the SVG of a chart is well-formed", e);
        }
    }

    private static byte[] shapes(FigureModel model, FigureLayout layout) throws IOException {
        VectorGraphics2D g = new VectorGraphics2D();
        new ChartPainter(model, layout).paint(g);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SVGProcessor()
                .getDocument(g.getCommands(), new PageSize(layout.width(), layout.height()))
                .writeTo(out);
        return out.toByteArray();
    }

    /** The document type names an address of the W3C, which must not be asked for. */
    private static Document parse(byte[] svg) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setIgnoringElementContentWhitespace(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        Document document = builder.parse(new ByteArrayInputStream(svg));
        document.removeChild(document.getDoctype());
        return document;
    }

    private static void size(Element root, FigureLayout layout) {
        root.removeAttribute("x");
        root.removeAttribute("y");
        root.removeAttribute("version");
        root.setAttribute("width", number(layout.width() / 72) + "in");
        root.setAttribute("height", number(layout.height() / 72) + "in");
        root.setAttribute("viewBox", "0 0 " + number(layout.width()) + " " + number(layout.height()));
    }

    /** The identifiers come from hash codes; several figures in one page need ones that say whose they are. */
    private static void renameClips(Document svg) {
        NodeList clips = svg.getElementsByTagNameNS(SVG, "clipPath");
        NodeList all = svg.getElementsByTagNameNS(SVG, "*");
        for (int i = 0; i < clips.getLength(); i++) {
            Element clip = (Element) clips.item(i);
            String old = "url(#" + clip.getAttribute("id") + ")";
            String name = "plot-" + (i + 1);
            clip.setAttribute("id", name);
            for (int j = 0; j < all.getLength(); j++) {
                Element element = (Element) all.item(j);
                if (element.getAttribute("clip-path").equals(old)) {
                    element.setAttribute("clip-path", "url(#" + name + ")");
                }
            }
        }
    }

    private static void describe(Element root, FigureModel model, FigureFont font) throws IOException {
        root.setAttribute("role", "img");
        root.setAttribute("xml:lang", model.lang() == Lang.ZH ? "zh-CN" : "en");
        Element style = child(root, "style");
        style.setTextContent(WebFont.rule(font, model.texts()));
        Element description = child(root, "desc");
        description.setTextContent(String.join(" ", model.caption()));
        Element title = child(root, "title");
        title.setTextContent(model.title());
        for (Element element : new Element[] {style, description, title}) {
            root.insertBefore(element, root.getFirstChild());
        }
    }

    private static void texts(Element root, FigureLayout layout, FigureFont font) {
        Element group = child(root, "g");
        group.setAttribute(
                "font-family", font.program().isPresent() ? FAMILIES : "'" + font.family() + "', " + FAMILIES);
        for (PlacedText text : layout.texts()) {
            if (!text.text().isEmpty()) {
                text(group, text);
            }
        }
    }

    private static void text(Element group, PlacedText text) {
        Element element = child(group, "text");
        String x = number(text.x());
        String y = number(text.y());
        element.setAttribute("x", x);
        element.setAttribute("y", y);
        element.setAttribute("font-size", number(text.size()));
        element.setAttribute("text-anchor", text.anchor().name().toLowerCase(Locale.ROOT));
        element.setAttribute("fill", hex(text.quiet() ? Palette.QUIET.getRGB() : Palette.INK.getRGB()));
        if (text.upward()) {
            element.setAttribute("transform", "rotate(-90 " + x + " " + y + ")");
        }
        element.setTextContent(text.text());
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(SVG, name);
        parent.appendChild(child);
        return child;
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }

    private static byte[] serialise(Document svg) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, UTF_8.name());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(svg), new StreamResult(out));
        return out.toByteArray();
    }
}
