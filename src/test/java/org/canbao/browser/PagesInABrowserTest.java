package org.canbao.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The pages in a real browser, on a telephone, on a screen and on paper. Without a browser it skips: install Chromium, or
 * name one in {@code CANBAO_BROWSER}. With {@code -Dcanbao.pictures=FOLDER} what it sees is kept there.
 */
@Tag("browser")
class PagesInABrowserTest {
    private static final int TELEPHONE = 400;
    private static final int SCREEN = 1200;
    /** Letters of fewer pixels cannot be read. */
    private static final double LEAST_LETTERS = 8;

    private static final String WIDTH = "document.documentElement.scrollWidth";
    private static final String UNFOLD = "document.querySelectorAll('details').forEach(d => d.open = true)";
    private static final String LINKS = "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))";
    private static final String IDS = "[...document.querySelectorAll('[id]')].map(e => e.id)";
    private static final String LETTERS = """
            Math.min(...[...document.querySelectorAll('body *')]
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.nodeValue.trim()))
              .filter(e => !['STYLE', 'SCRIPT', 'TITLE', 'DESC', 'title', 'desc', 'style'].includes(e.tagName))
              .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.getScreenCTM().a : 1)))""";

    @TempDir
    static Path folder;

    private static Path out;
    private static Browser browser;

    @BeforeAll
    static void pagesAndABrowser() throws IOException {
        Optional<Path> program = Browser.program();
        assumeTrue(
                program.isPresent(),
                "no browser for the tests of pages: install Chromium (Debian: apt-get install chromium), or set CANBAO_BROWSER");
        browser = Browser.start(program.get(), folder.resolve("profile"));
        out = folder.resolve("out");
        StudiesToLookAt.run(folder, out);
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of("", "wide/", "active-capital/")
                .flatMap(place -> Stream.of(place + "index.html", place + "index.zh.html"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsWholeByItself(String page) {
        try (OpenPage open = open(page, SCREEN)) {
            assertThat(open.complaints()).isEmpty();
            assertThat(open.requests()).as("everything is in the page").hasSize(1);
            assertThat(texts(open.value(IDS))).doesNotHaveDuplicates();
            assertThat(open.value("document.documentElement.lang").asString())
                    .isEqualTo(page.endsWith("zh.html") ? "zh-CN" : "en");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(String page) {
        try (OpenPage open = open(page, SCREEN)) {
            List<String> ids = texts(open.value(IDS));
            List<String> links = texts(open.value(LINKS));
            assertThat(links).isNotEmpty().allSatisfy(link -> {
                if (link.startsWith("#")) {
                    assertThat(ids).contains(link.substring(1));
                } else {
                    assertThat(out.resolve(page).resolveSibling(link).normalize())
                            .isRegularFile();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aTelephoneShowsItWithoutScrollingSideways(String page) throws IOException {
        try (OpenPage open = open(page, TELEPHONE)) {
            assertThat(open.value(WIDTH).asInt()).isLessThanOrEqualTo(TELEPHONE);
            assertThat(open.value(LETTERS).asDouble()).isGreaterThanOrEqualTo(LEAST_LETTERS);
            keep(open, page, "telephone");
            open.value(UNFOLD);
            assertThat(open.value(WIDTH).asInt()).as("unfolded").isLessThanOrEqualTo(TELEPHONE);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aScreenShowsSomething(String page) throws IOException {
        try (OpenPage open = open(page, SCREEN)) {
            assertThat(open.value(WIDTH).asInt()).isLessThanOrEqualTo(SCREEN);
            assertThat(inkOf(open.picture())).isBetween(0.002, 0.5);
            keep(open, page, "screen");
        }
    }

    @Test
    void theOtherLanguageIsAClickAway() {
        try (OpenPage open = open("wide/index.html", SCREEN)) {
            assertThat(open.value("document.querySelector('.bar a[hreflang]').getAttribute('href')")
                            .asString())
                    .isEqualTo("index.zh.html");
            assertThat(open.value("document.querySelector('h1').textContent").asString())
                    .contains("& the <mobility>");
        }
    }

    @Test
    void foldsOpenAndShowTheSpecification() {
        try (OpenPage open = open("wide/index.html", SCREEN)) {
            open.value("document.querySelector('#table\\\\:table-2 summary').click()");
            assertThat(open.value("document.querySelector('#table\\\\:table-2 details').innerText")
                            .asString())
                    .contains(
                            "b: {model: ols, formula: y ~ did + @controls | city + year}", "Standard errors clustered");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void paperHasAllOfIt(String page) throws IOException {
        try (OpenPage open = open(page, SCREEN);
                PDDocument paper = Loader.loadPDF(open.pdf())) {
            keepFile(page, "paper.pdf", open.pdf());
            assertThat(paper.getNumberOfPages()).isBetween(1, 20);
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", "");
            String title =
                    open.value("document.querySelector('h1').textContent").asString();
            assertThat(text).contains(title.replaceAll("\\s+", ""));
        }
    }

    private static OpenPage open(String page, int width) {
        return browser.open(out.resolve(page).toUri(), width, 900);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    /** The share of pixels that are dark. */
    private static double inkOf(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int green = picture.getRGB(x, y) >> 8 & 0xff;
                dark += green < 128 ? 1 : 0;
            }
        }
        return (double) dark / ((long) picture.getWidth() * picture.getHeight());
    }

    private static void keep(OpenPage open, String page, String how) throws IOException {
        if (System.getProperty("canbao.pictures") != null) {
            keepFile(page, how + ".png", open.screenshot());
        }
    }

    private static void keepFile(String page, String how, byte[] bytes) throws IOException {
        String pictures = System.getProperty("canbao.pictures");
        if (pictures != null) {
            Path kept = Files.createDirectories(Path.of(pictures));
            Files.write(kept.resolve(page.replace('/', '-').replace(".html", "-" + how)), bytes);
        }
    }
}
