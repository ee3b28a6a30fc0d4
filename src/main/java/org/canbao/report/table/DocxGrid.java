package org.canbao.report.table;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** Fills the three-line table of a document: rules above, below and under the header, and none besides. */
final class DocxGrid {
    /** Widths of rules in eighths of a point: 1.5 pt outside, 0.75 pt under the header, 0.5 pt under group headers. */
    private static final int OUTER = 12;

    private static final int INNER = 6;
    private static final int THIN = 4;
    private static final int INDENT = 210;
    private static final int SPACE = 15;

    private final XWPFTable grid;
    private final PrintedTable table;
    private final DocxPage page;
    private final DocxText text;

    DocxGrid(XWPFTable grid, PrintedTable table, DocxPage page) {
        this.grid = grid;
        this.table = table;
        this.page = page;
        this.text = new DocxText(DocxText.SONG, page.points(), false);
    }

    /** Adds all rows. */
    void fill() {
        List<PrintedTable.Row> rows = table.rows().stream()
                .filter(row -> !(row instanceof PrintedTable.Rule))
                .toList();
        if (!table.groups().isEmpty()) {
            addGroups();
        }
        addHeaders(rows.isEmpty() ? OUTER : INNER);
        for (int i = 0; i < rows.size(); i++) {
            int below = i == rows.size() - 1 ? OUTER : 0;
            if (rows.get(i) instanceof PrintedTable.Cells cells) {
                boolean more =
                        i + 1 < rows.size() && rows.get(i + 1) instanceof PrintedTable.Cells next && next.beneath();
                addCells(cells, below, more);
            } else if (rows.get(i) instanceof PrintedTable.Panel panel) {
                XWPFTableCell cell = cell(row(false), 1 + table.headers().size(), page.textWidth(), 0, below);
                write(cell, panel.heading(), "", ParagraphAlignment.LEFT);
            }
        }
    }

    private void addGroups() {
        XWPFTableRow row = row(true);
        cell(row, 1, page.stub(), OUTER, 0);
        for (PrintedTable.Span span : table.groups()) {
            boolean ruled = span.columns() > 1 && !span.text().isEmpty();
            XWPFTableCell cell = cell(row, span.columns(), span.columns() * page.column(), OUTER, ruled ? THIN : 0);
            write(cell, span.text(), "", ParagraphAlignment.CENTER);
        }
    }

    private void addHeaders(int below) {
        XWPFTableRow row = row(true);
        int above = table.groups().isEmpty() ? OUTER : 0;
        write(cell(row, 1, page.stub(), above, below), table.stub(), "", ParagraphAlignment.LEFT);
        for (String header : table.headers()) {
            write(cell(row, 1, page.column(), above, below), header, "", ParagraphAlignment.CENTER);
        }
    }

    private void addCells(PrintedTable.Cells cells, int below, boolean keepWithNext) {
        XWPFTableRow row = row(false);
        XWPFParagraph label = write(cell(row, 1, page.stub(), 0, below), cells.label(), "", ParagraphAlignment.LEFT);
        if (cells.indented()) {
            label.setIndentationLeft(INDENT);
        }
        label.setKeepNext(keepWithNext);
        for (PrintedCell each : cells.cells()) {
            String shown = each.decimal() ? each.text().replace('-', '−') : each.text();
            write(cell(row, 1, page.column(), 0, below), shown, each.stars(), ParagraphAlignment.CENTER);
        }
    }

    private XWPFTableRow row(boolean header) {
        XWPFTableRow row = grid.insertNewTableRow(grid.getNumberOfRows());
        row.setCantSplitRow(true);
        if (header) {
            row.setRepeatHeader(true);
        }
        return row;
    }

    private static XWPFTableCell cell(XWPFTableRow row, int columns, int width, int above, int below) {
        XWPFTableCell cell = row.addNewTableCell();
        CTTcPr properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        cell.setWidth(String.valueOf(width));
        if (columns > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
        }
        if (above + below > 0) {
            var borders = properties.addNewTcBorders();
            if (above > 0) {
                rule(borders.addNewTop(), above);
            }
            if (below > 0) {
                rule(borders.addNewBottom(), below);
            }
        }
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        return cell;
    }

    private XWPFParagraph write(XWPFTableCell cell, String words, String raised, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        DocxText.tight(paragraph, alignment);
        paragraph.setSpacingBefore(SPACE);
        paragraph.setSpacingAfter(SPACE);
        if (!words.isEmpty()) {
            text.add(paragraph, words);
        }
        if (!raised.isEmpty()) {
            text.addRaised(paragraph, raised);
        }
        return paragraph;
    }

    private static void rule(CTBorder border, int eighths) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighths));
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
    }
}
