package org.canbao.report.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook: each is made once. */
final class XlsxStyles {
    private static final String FONT = "Times New Roman";
    private static final short BODY_POINTS = 11;
    private static final short NOTE_POINTS = 9;

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** What a cell is, and with that its rules, alignment and font. */
    enum Kind {
        /** The title. */
        TITLE(BorderStyle.NONE, BorderStyle.NONE, HorizontalAlignment.CENTER),
        /** A note. */
        NOTE(BorderStyle.NONE, BorderStyle.NONE, HorizontalAlignment.LEFT),
        /** The highest row, over columns without a group. */
        TOP(BorderStyle.MEDIUM, BorderStyle.NONE, HorizontalAlignment.CENTER),
        /** The highest row, over columns with a group. */
        GROUP(BorderStyle.MEDIUM, BorderStyle.THIN, HorizontalAlignment.CENTER),
        /** Headers of columns that are the highest row. */
        HEADER(BorderStyle.MEDIUM, BorderStyle.THIN, HorizontalAlignment.CENTER),
        /** Headers of columns below groups. */
        LOWER_HEADER(BorderStyle.NONE, BorderStyle.THIN, HorizontalAlignment.CENTER),
        /** A label. */
        LABEL(BorderStyle.NONE, BorderStyle.NONE, HorizontalAlignment.LEFT),
        /** The last label. */
        LAST_LABEL(BorderStyle.NONE, BorderStyle.MEDIUM, HorizontalAlignment.LEFT),
        /** A cell. */
        BODY(BorderStyle.NONE, BorderStyle.NONE, HorizontalAlignment.CENTER),
        /** A cell of the last row. */
        LAST(BorderStyle.NONE, BorderStyle.MEDIUM, HorizontalAlignment.CENTER);

        private final BorderStyle top;
        private final BorderStyle bottom;
        private final HorizontalAlignment alignment;

        Kind(BorderStyle top, BorderStyle bottom, HorizontalAlignment alignment) {
            this.top = top;
            this.bottom = bottom;
            this.alignment = alignment;
        }
    }

    /** The style of texts. */
    XSSFCellStyle of(Kind kind) {
        return made.computeIfAbsent(kind.name(), name -> style(kind));
    }

    /** The style of numbers with so many decimals. */
    XSSFCellStyle number(Kind kind, int decimals) {
        return made.computeIfAbsent(kind.name() + decimals, name -> {
            XSSFCellStyle style = style(kind);
            String format = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        });
    }

    private XSSFCellStyle style(Kind kind) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(kind == Kind.NOTE ? NOTE_POINTS : BODY_POINTS);
        font.setBold(kind == Kind.TITLE);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setBorderTop(kind.top);
        style.setBorderBottom(kind.bottom);
        style.setAlignment(kind.alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
