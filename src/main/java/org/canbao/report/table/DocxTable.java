package org.canbao.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.canbao.spec.Lang;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * A table as a Word document in the form of Chinese journals: a three-line table as wide as the text, its title centred
 * above in Hei, body in Song and Times New Roman of size five (10.5 pt), notes of small size five (9 pt). The page lies
 * across if the table does not fit upright. Equal tables give equal bytes.
 */
public final class DocxTable {
    private static final Date CREATED = Date.from(Instant.parse("2000-01-01T00:00:00Z"));
    private static final double BODY = 10.5;
    private static final double NOTE = 9;
    private static final int CELL_MARGIN = 57;

    private DocxTable() {}

    /** The document. */
    public static byte[] render(TableModel model, Lang lang) {
        PrintedTable table = PrintedTable.of(model, lang);
        DocxPage page = DocxPage.of(table);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            describe(document, table.title());
            defaults(document);
            layOut(document, page);
            addTitle(document, table.title(), lang);
            new DocxGrid(addGrid(document, page, table.headers().size()), table, page).fill();
            addNotes(document, table.notes(), lang);
            document.write(out);
            return FixedZip.rewritten(out.toByteArray());
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException("a document in memory", new IOException(e));
        }
    }

    /** Says who made it; the date is fixed, since a clock would change the bytes. */
    private static void describe(XWPFDocument document, String title) throws InvalidFormatException {
        POIXMLProperties properties = document.getProperties();
        properties.getCoreProperties().setCreator("canbao");
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreated(Optional.of(CREATED));
        properties.getCoreProperties().setModified(Optional.of(CREATED));
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("canbao");
    }

    private static void defaults(XWPFDocument document) {
        CTFonts fonts = CTFonts.Factory.newInstance();
        DocxText.fonts(fonts, DocxText.SONG);
        document.createStyles().setDefaultFonts(fonts);
        document.getStyles().setEastAsia("zh-CN");
    }

    private static void layOut(XWPFDocument document, DocxPage page) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(page.landscape() ? DocxPage.LONG : DocxPage.SHORT));
        size.setH(BigInteger.valueOf(page.landscape() ? DocxPage.SHORT : DocxPage.LONG));
        size.setOrient(page.landscape() ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(DocxPage.MARGIN_ENDS));
        margins.setBottom(BigInteger.valueOf(DocxPage.MARGIN_ENDS));
        margins.setLeft(BigInteger.valueOf(DocxPage.MARGIN_SIDES));
        margins.setRight(BigInteger.valueOf(DocxPage.MARGIN_SIDES));
    }

    private static void addTitle(XWPFDocument document, String title, Lang lang) {
        XWPFParagraph paragraph = document.createParagraph();
        DocxText.tight(paragraph, ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(60);
        paragraph.setKeepNext(true);
        new DocxText(DocxText.HEI, BODY, lang == Lang.EN).add(paragraph, title);
    }

    private static XWPFTable addGrid(XWPFDocument document, DocxPage page, int columns) {
        XWPFTable grid = document.createTable();
        grid.removeRow(0);
        grid.removeBorders();
        grid.setWidth(String.valueOf(page.textWidth()));
        CTTbl table = grid.getCTTbl();
        CTTblPr properties = table.getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        grid.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
        var widths = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
        widths.addNewGridCol().setW(BigInteger.valueOf(page.stub()));
        for (int j = 0; j < columns; j++) {
            widths.addNewGridCol().setW(BigInteger.valueOf(page.column()));
        }
        return grid;
    }

    private static void addNotes(XWPFDocument document, List<String> notes, Lang lang) {
        DocxText text = new DocxText(DocxText.SONG, NOTE, false);
        for (int i = 0; i < notes.size(); i++) {
            XWPFParagraph paragraph = document.createParagraph();
            DocxText.tight(paragraph, ParagraphAlignment.BOTH);
            paragraph.setSpacingBefore(i == 0 ? 60 : 0);
            text.add(paragraph, (i == 0 ? PrintedTable.notesWord(lang) : "") + notes.get(i));
        }
    }
}
