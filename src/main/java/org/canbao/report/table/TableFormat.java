package org.canbao.report.table;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.canbao.spec.Lang;

/** The formats in which tables are written. */
public enum TableFormat {
    /** GitHub's Markdown. */
    MARKDOWN("md", text(MarkdownTable::render)),
    /** A LaTeX fragment. */
    LATEX("tex", text(LatexTable::render)),
    /** A page of its own. */
    HTML("html", text(HtmlTable::page)),
    /** Long records for machines. */
    CSV("csv", text(CsvTable::render)),
    /** A Word document. */
    DOCX("docx", DocxTable::render),
    /** A workbook. */
    XLSX("xlsx", XlsxTable::render),
    /** For the terminal. */
    TEXT("txt", text(TextTable::render));

    private final String extension;
    private final BiFunction<TableModel, Lang, byte[]> renderer;

    TableFormat(String extension, BiFunction<TableModel, Lang, byte[]> renderer) {
        this.extension = extension;
        this.renderer = renderer;
    }

    /** The ending of its files, without a dot. */
    public String extension() {
        return extension;
    }

    /** The bytes of a table's file; texts are UTF-8. */
    public byte[] render(TableModel model, Lang lang) {
        return renderer.apply(model, lang);
    }

    private static BiFunction<TableModel, Lang, byte[]> text(BiFunction<TableModel, Lang, String> renderer) {
        return (model, lang) -> renderer.apply(model, lang).getBytes(StandardCharsets.UTF_8);
    }
}
