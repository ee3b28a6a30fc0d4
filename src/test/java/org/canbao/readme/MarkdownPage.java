package org.canbao.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param file where it is, relative to the repository
 * @param text what it says
 */
record MarkdownPage(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\"\\s]+)[)\"]");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /** A fenced block: its language, as the page says, and its lines. */
    record Block(String language, String text) {}

    /** A link without its label. */
    record Link(String path, String anchor) {}

    static MarkdownPage read(String file) {
        try {
            return new MarkdownPage(Path.of(file), Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages of the repository, without what is built. */
    static List<MarkdownPage> all() {
        Predicate<Path> built = path -> path.startsWith("target") || path.startsWith("out") || path.startsWith("store");
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(path -> path.toString().endsWith(".md") && !built.test(path))
                    .filter(path -> !path.startsWith("src/test/resources/report")) // snapshots of tables
                    .sorted()
                    .map(path -> read(path.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return FENCE.matcher(text)
                .results()
                .map(m -> new Block(m.group(1), m.group(2)))
                .toList();
    }

    List<Block> blocks(String language) {
        return blocks().stream().filter(b -> b.language().equals(language)).toList();
    }

    /** The links to files and places of the repository. */
    List<Link> links() {
        return LINK.matcher(prose())
                .results()
                .map(m -> m.group(1))
                .filter(target -> !target.matches("\\w+:.*"))
                .map(target -> target.split("#", 2))
                .map(parts -> new Link(parts[0], parts.length == 2 ? parts[1] : ""))
                .toList();
    }

    /** What stands in backquotes outside of blocks. */
    Set<String> codes() {
        return CODE.matcher(prose()).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    /** The names by which links lead to headings. */
    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(m -> m.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }
}
