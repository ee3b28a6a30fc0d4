package org.canbao.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.cli.CommandLineModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages name exists: files, headings, scripts, options, commands, classes. */
class PagesTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern SCRIPT = Pattern.compile("scripts/[a-z][a-z-]*(?:\\.sh)?(?![\\w/])");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.@])(?!StrictMath)[A-Z][a-z]+[A-Z]\\w*(?![\\w-])");

    static List<MarkdownPage> pages() {
        return MarkdownPage.all();
    }

    static List<MarkdownPage> pagesOfUsers() {
        return List.of(MarkdownPage.read("README.md"), MarkdownPage.read("CHANGELOG.md"));
    }

    @Test
    void thereArePages() {
        assertThat(pages()).extracting(page -> page.file().toString()).contains("README.md", "CONTRIBUTING.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(MarkdownPage page) {
        for (MarkdownPage.Link link : page.links()) {
            Path target = link.path().isEmpty()
                    ? page.file()
                    : Path.of("")
                            .resolve(page.file())
                            .resolveSibling(link.path())
                            .normalize();
            assertThat(target).as("%s in %s", link, page.file()).exists();
            if (!link.anchor().isEmpty()) {
                assertThat(MarkdownPage.read(target.toString()).anchors()).contains(link.anchor());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void scriptsExist(MarkdownPage page) {
        assertThat(found(SCRIPT, page.text()))
                .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
    }

    @Test
    void theReadmeNamesEveryScript() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            assertThat(found(SCRIPT, MarkdownPage.read("README.md").text()))
                    .containsAll(scripts.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pagesOfUsers")
    void optionsExist(MarkdownPage page) {
        assertThat(CommandLineModel.options()).containsAll(found(OPTION, page.text()));
    }

    @Test
    void theReadmeNamesEveryCommand() {
        assertThat(MarkdownPage.read("README.md").codes()).containsAll(CommandLineModel.commands());
    }

    @Test
    void typesExist() throws IOException {
        Set<String> named = MarkdownPage.read("CONTRIBUTING.md").codes().stream()
                .flatMap(code -> found(TYPE, code).stream())
                .collect(Collectors.toSet());
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            Set<String> types = sources.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
            assertThat(named).isNotEmpty().allSatisfy(type -> assertThat(types).anyMatch(type::equals));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
    }
}
