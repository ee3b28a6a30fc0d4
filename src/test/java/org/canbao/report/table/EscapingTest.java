package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                "a & b	a \\& b",
                "50%	50\\%",
                "x_1	x\\_1",
                "#1	\\#1",
                "a<b>c|d	a\\textless{}b\\textgreater{}c\\textbar{}d",
                "{a}$^~\\	\\{a\\}\\$\\textasciicircum{}\\textasciitilde{}\\textbackslash{}",
                "年龄²×−≤≥	年龄$^{2}$$\\times$$-$$\\leq$$\\geq$",
                "a--b	a-{}-b"
            })
    void latex(String text, String escaped) {
        assertThat(LatexText.escaped(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1] one", "*** p"})
    void latexDoesNotTakeTheBeginningOfARowForAnOption(String text) {
        assertThat(LatexText.opening(text)).startsWith("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                "a|b	a\\|b",
                "x_1 *y*	x\\_1 \\*y\\*",
                "<br> & #1	&lt;br&gt; &amp; \\#1",
                "[a](b) `c` \\	\\[a\\](b) \\`c\\` \\\\",
                "年龄	年龄"
            })
    void markdown(String text, String escaped) {
        assertThat(MarkdownTable.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void everyRowOfMarkdownHasTheSameNumberOfCells() {
        String markdown = MarkdownTable.render(table("a|b\n<c>"), Lang.EN);
        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).hasSize(3);
        assertThat(rows)
                .allMatch(row ->
                        row.replace("\\|", "").chars().filter(c -> c == '|').count() == 3);
    }

    @Test
    void markdownNotesAreNoLists() {
        assertThat(MarkdownTable.render(table("- x"), Lang.EN)).endsWith("\n\\- x\n");
        assertThat(MarkdownTable.render(table("1. x"), Lang.EN)).endsWith("\n1\\. x\n");
    }

    @Test
    void htmlShowsMarkupAsText() {
        String html = HtmlTable.page(table("<script>alert(\"&\")</script>"), Lang.EN);
        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(&quot;&amp;&quot;)");
        assertThat(html).doesNotContain("{{");
    }

    @Test
    void csvQuotesWhatItMust() {
        assertThat(CsvTable.render(table("a, \"b\""), Lang.EN)).contains("\"a, \"\"b\"\"\"");
    }

    private static TableModel table(String text) {
        return new TableModel(
                "t",
                Text.of(text),
                false,
                Text.of(text),
                List.of(new TableModel.Group(Text.of(text), 0, 1)),
                List.of(new TableModel.Column(Text.of(text))),
                List.of(new TableModel.Line("k", Text.of(text), List.of(new Cell.Words(Text.of(text))))),
                List.of(Text.of(text)),
                Optional.empty());
    }
}
