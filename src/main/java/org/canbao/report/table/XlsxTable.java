package org.canbao.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/**
 * A table as a workbook of one sheet, with three rules as on paper. Numbers without stars or parentheses are numbers,
 * shown with the digits of the other formats; everything else is text and never a formula. Equal tables give equal bytes.
 */
public final class XlsxTable {
    private static final Date CREATED = Date.from(Instant.parse("2000-01-01T00:00:00Z"));
    private static final int CHARACTER = 256;
    private static final int WIDEST = 48;
    private static final int GAP = 3;

    private final PrintedTable table;
    private final XSSFSheet sheet;
    private final XlsxStyles styles;
    private int next;

    private XlsxTable(PrintedTable table, XSSFWorkbook workbook) {
        this.table = table;
        this.sheet = workbook.createSheet("table");
        this.styles = new XlsxStyles(workbook);
    }

    /** The workbook. */
    public static byte[] render(TableModel model, Lang lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties();
            properties.getCoreProperties().setCreator("canbao");
            properties.getCoreProperties().setCreated(Optional.of(CREATED));
            properties.getCoreProperties().setModified(Optional.of(CREATED));
            new XlsxTable(PrintedTable.of(model, lang), workbook).fill(PrintedTable.notesWord(lang));
            workbook.write(out);
            return FixedZip.rewritten(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory", e);
        }
    }

    private void fill(String notesWord) {
        across(table.title(), XlsxStyles.Kind.TITLE);
        if (!table.groups().isEmpty()) {
            groups();
        }
        headers();
        List<PrintedTable.Row> body = table.rows().stream()
                .filter(row -> !(row instanceof PrintedTable.Rule))
                .toList();
        for (int i = 0; i < body.size(); i++) {
            bodyRow(body.get(i), i == body.size() - 1);
        }
        for (int i = 0; i < table.notes().size(); i++) {
            across((i == 0 ? notesWord : "") + table.notes().get(i), XlsxStyles.Kind.NOTE);
        }
        widths();
    }

    private void groups() {
        XSSFRow row = sheet.createRow(next++);
        text(row, 0, "", XlsxStyles.Kind.TOP);
        for (PrintedTable.Span span : table.groups()) {
            for (int j = 0; j < span.columns(); j++) {
                XlsxStyles.Kind kind = span.text().isEmpty() ? XlsxStyles.Kind.TOP : XlsxStyles.Kind.GROUP;
                text(row, 1 + span.first() + j, j == 0 ? span.text() : "", kind);
            }
            if (span.columns() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(
                        row.getRowNum(), row.getRowNum(), 1 + span.first(), span.first() + span.columns()));
            }
        }
    }

    private void headers() {
        XlsxStyles.Kind kind = table.groups().isEmpty() ? XlsxStyles.Kind.HEADER : XlsxStyles.Kind.LOWER_HEADER;
        XSSFRow row = sheet.createRow(next++);
        text(row, 0, table.stub(), kind);
        for (int j = 0; j < table.headers().size(); j++) {
            text(row, 1 + j, table.headers().get(j), kind);
        }
    }

    private void bodyRow(PrintedTable.Row printed, boolean last) {
        XSSFRow row = sheet.createRow(next++);
        XlsxStyles.Kind labels = last ? XlsxStyles.Kind.LAST_LABEL : XlsxStyles.Kind.LABEL;
        XlsxStyles.Kind values = last ? XlsxStyles.Kind.LAST : XlsxStyles.Kind.BODY;
        if (printed instanceof PrintedTable.Panel panel) {
            text(row, 0, panel.heading(), labels);
            return;
        }
        PrintedTable.Cells cells = (PrintedTable.Cells) printed;
        text(row, 0, (cells.indented() ? "  " : "") + cells.label(), labels);
        for (int j = 0; j < cells.cells().size(); j++) {
            value(row, 1 + j, cells.cells().get(j), values);
        }
    }

    private void value(XSSFRow row, int column, PrintedCell cell, XlsxStyles.Kind kind) {
        if (cell.decimal() && cell.stars().isEmpty() && cell.text().matches("-?[0-9]+(\\.[0-9]+)?")) {
            XSSFCell number = row.createCell(column);
            number.setCellValue(Double.parseDouble(cell.text()));
            int point = cell.text().indexOf('.');
            number.setCellStyle(styles.number(kind, point < 0 ? 0 : cell.text().length() - point - 1));
        } else {
            text(row, column, cell.whole(), kind);
        }
    }

    private void text(XSSFRow row, int column, String text, XlsxStyles.Kind kind) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(styles.of(kind));
    }

    /** A text over all columns. */
    private void across(String text, XlsxStyles.Kind kind) {
        XSSFRow row = sheet.createRow(next++);
        text(row, 0, text, kind);
        if (!table.headers().isEmpty()) {
            sheet.addMergedRegion(new CellRangeAddress(
                    row.getRowNum(), row.getRowNum(), 0, table.headers().size()));
        }
    }

    private void widths() {
        int labels = table.labels().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        sheet.setColumnWidth(0, CHARACTER * Math.min(WIDEST, labels + GAP));
        for (int j = 0; j < table.headers().size(); j++) {
            int cells = table.column(j).stream()
                    .mapToInt(c -> DisplayWidth.of(c.whole()))
                    .max()
                    .orElse(0);
            int width = Math.max(cells, DisplayWidth.of(table.headers().get(j)));
            sheet.setColumnWidth(1 + j, CHARACTER * Math.min(WIDEST, width + GAP));
        }
    }
}
