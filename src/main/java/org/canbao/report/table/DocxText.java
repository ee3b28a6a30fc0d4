package org.canbao.report.table;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/**
 * How text looks in a document: Times New Roman for Latin letters and digits, and for Chinese Song (the body and the
 * notes) or Hei (titles).
 *
 * @param eastAsian the font of Chinese letters
 * @param points the size: 10.5 is Chinese size five, 9 small five
 * @param bold whether it is bold
 */
record DocxText(String eastAsian, double points, boolean bold) {
    static final String LATIN = "Times New Roman";
    static final String SONG = "宋体";
    static final String HEI = "黑体";

    /** Adds text to a paragraph. */
    XWPFRun add(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        fonts(run.getCTR().addNewRPr().addNewRFonts(), eastAsian);
        run.setBold(bold);
        run.setFontSize(points);
        run.setText(text);
        return run;
    }

    /** Adds raised text to a paragraph. */
    void addRaised(XWPFParagraph paragraph, String text) {
        add(paragraph, text).setSubscript(VerticalAlign.SUPERSCRIPT);
    }

    /** Names the fonts. */
    static void fonts(CTFonts fonts, String eastAsian) {
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setCs(LATIN);
        fonts.setEastAsia(eastAsian);
    }

    /** A paragraph with single lines and no space around it. */
    static void tight(XWPFParagraph paragraph, ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(1.0);
    }
}
