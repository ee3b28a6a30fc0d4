package org.canbao.report.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The characters of some texts as a font inside a style sheet. */
final class WebFont {
    /** What browsers ask for; the rest of the font's tables is of no use to them here. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "name", "post");

    private WebFont() {}

    /** The {@code @font-face} rule; nothing for a font of the machine. */
    static String rule(FigureFont font, Collection<String> texts) throws IOException {
        Optional<InputStream> program = font.program();
        if (program.isEmpty()) {
            return "";
        }
        try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(program.get()))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole, TABLES);
            texts.stream().flatMapToInt(String::codePoints).distinct().sorted().forEach(subsetter::add);
            ByteArrayOutputStream subset = new ByteArrayOutputStream();
            subsetter.writeToStream(subset);
            return "@font-face { font-family: '" + font.family() + "'; src: url(data:font/ttf;base64,"
                    + Base64.getEncoder().encodeToString(subset.toByteArray()) + ") format('truetype'); }";
        }
    }
}
