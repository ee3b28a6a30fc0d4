package org.canbao.report.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The font of the figures: the one that comes with the program, or one of the machine where a figure needs characters
 * that the former does not have.
 */
public final class FigureFont {
    private static final Logger LOG = LogManager.getLogger(FigureFont.class);
    private static final String RESOURCE = "/org/canbao/fonts/NotoSansSC-Regular.ttf";
    /** Installed families that are tried first; then all others in alphabetical order. */
    private static final List<String> PREFERRED = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Micro Hei",
            "SimSun");

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
    private static final float DESIGN_SIZE = 1000;

    private static @Nullable FigureFont bundled;

    private final Font font;
    private final byte @Nullable [] program;

    private FigureFont(Font font, byte @Nullable [] program) {
        this.font = font.deriveFont(DESIGN_SIZE);
        this.program = program;
    }

    /**
     * The font that comes with the program, loaded once.
     *
     * @throws org.canbao.diag.CanbaoException CB0652 if it cannot be loaded
     */
    public static synchronized FigureFont bundled() {
        FigureFont loaded = bundled;
        if (loaded == null) {
            loaded = load();
            bundled = loaded;
        }
        return loaded;
    }

    /** Java without fontconfig or freetype fails in many ways, some of them errors; all mean the same to the user. */
    private static FigureFont load() {
        try (InputStream in = FigureFont.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            return new FigureFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)), bytes);
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            Diagnostic finding = Diagnostic.error(
                            FigureCode.FONT_NOT_LOADED, "the font of the figures cannot be loaded: " + e.getMessage())
                    .hint("Java draws text with fontconfig and freetype: install them, for example"
                            + " `apt-get install fontconfig libfreetype6`");
            throw new CanbaoException(List.of(finding), e);
        }
    }

    /**
     * This font if it has every character of the texts, else an installed one that has.
     *
     * @param figure the key of the figure, for the finding
     * @throws org.canbao.diag.CanbaoException CB0651 if there is none; it names the characters
     */
    public FigureFont covering(String figure, Collection<String> texts) {
        return covering(figure, texts, FigureFont::installed);
    }

    FigureFont covering(String figure, Collection<String> texts, Installed installed) {
        if (covers(font, texts)) {
            return this;
        }
        Optional<Font> other = installed.fonts().filter(f -> covers(f, texts)).findFirst();
        other.ifPresent(f -> LOG.info(
                "figure {} is drawn in {}: the font that comes with the program lacks {}",
                figure,
                f.getFamily(),
                missing(texts)));
        return other.map(f -> new FigureFont(f, null))
                .orElseThrow(() -> noGlyph(figure, missing(texts)).toException());
    }

    /** Where further fonts come from. */
    @FunctionalInterface
    interface Installed {
        /** The fonts, best first. */
        Stream<Font> fonts();
    }

    private static Stream<Font> installed() {
        List<String> families =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return Stream.concat(
                        PREFERRED.stream().filter(families::contains),
                        families.stream().sorted())
                .map(family -> new Font(family, Font.PLAIN, 1));
    }

    private static boolean covers(Font font, Collection<String> texts) {
        return texts.stream().allMatch(text -> font.canDisplayUpTo(text) < 0);
    }

    private SortedSet<Integer> missing(Collection<String> texts) {
        return texts.stream()
                .flatMapToInt(String::codePoints)
                .filter(c -> !font.canDisplay(c))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Diagnostic noGlyph(String figure, SortedSet<Integer> characters) {
        String list = characters.stream()
                .map(c -> String.format(java.util.Locale.ROOT, "`%s` (U+%04X)", Character.toString(c), c))
                .collect(Collectors.joining(", "));
        return Diagnostic.error(
                        FigureCode.NO_GLYPH,
                        "figure `" + figure + "`: no font on this machine has the characters " + list)
                .hint("the font that comes with canbao has GB 2312, Latin-1, Greek and the signs of statistics")
                .hint("install a larger Chinese font, for example `apt-get install fonts-noto-cjk` or"
                        + " `dnf install google-noto-sans-cjk-fonts`")
                .hint("or write the labels, the title and the notes of the figure without these characters");
    }

    /** The width of a text at a size, in the unit of the size. */
    double width(String text, double size) {
        return font.getStringBounds(text, UNHINTED).getWidth() / DESIGN_SIZE * size;
    }

    /** The font at a size. */
    Font at(double size) {
        return font.deriveFont((float) size);
    }

    /** The outlines of a text at a size, its baseline beginning at the origin. */
    GlyphVector outlines(String text, double size) {
        return at(size).createGlyphVector(UNHINTED, text);
    }

    /** Its family name. */
    String family() {
        return font.getFamily(Locale.ROOT);
    }

    /** The TrueType program to embed; empty for a font of the machine, whose file Java does not tell. */
    Optional<InputStream> program() {
        return Optional.ofNullable(program).map(ByteArrayInputStream::new);
    }
}
