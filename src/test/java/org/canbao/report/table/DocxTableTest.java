package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class DocxTableTest {
    @Test
    void theTableHasThreeRulesAndNoneBetweenColumns() throws IOException {
        try (XWPFDocument document = opened(Fixtures.baselineTable())) {
            XWPFTable table = document.getTables().get(0);
            List<XWPFTableRow> rows = table.getRows();
            int last = rows.size() - 1;
            assertThat(tops(rows.get(0))).containsOnly(12);
            assertThat(bottoms(rows.get(1))).containsOnly(6);
            assertThat(bottoms(rows.get(last))).containsOnly(12);
            for (int i = 2; i < last; i++) {
                assertThat(tops(rows.get(i))).containsOnly(0);
                assertThat(bottoms(rows.get(i))).containsOnly(0);
            }
            assertThat(bottoms(rows.get(0)))
                    .as("under the group of two columns only")
                    .containsExactly(0, 4, 0);
            assertThat(table.getCTTbl().getTblPr().isSetTblBorders()).isFalse();
            for (XWPFTableRow row : rows) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    CTTcBorders borders = cell.getCTTc().getTcPr().getTcBorders();
                    assertThat(borders == null || (!borders.isSetLeft() && !borders.isSetRight()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void fontsAndSizesAreThoseOfChineseJournals() throws IOException {
        try (XWPFDocument document = opened(Fixtures.baselineTable())) {
            XWPFParagraph title = document.getParagraphs().get(0);
            assertThat(title.getText()).isEqualTo("基准回归结果");
            assertThat(title.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertFont(title.getRuns().get(0), "黑体", 10.5);
            XWPFTable table = document.getTables().get(0);
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    cell.getParagraphs().get(0).getRuns().forEach(run -> assertFont(run, "宋体", 10.5));
                }
            }
            List<XWPFParagraph> notes =
                    document.getParagraphs().subList(1, document.getParagraphs().size());
            assertThat(notes.get(0).getText()).isEqualTo("注：模拟数据：表中数字不是研究发现。");
            assertThat(notes.get(notes.size() - 1).getText()).startsWith("***、**、*");
            notes.forEach(note -> assertFont(note.getRuns().get(0), "宋体", 9));
        }
    }

    @Test
    void numbersAreCentredWithRaisedStarsAndMinusSigns() throws IOException {
        try (XWPFDocument document = opened(Fixtures.baselineTable())) {
            List<XWPFTableRow> rows = document.getTables().get(0).getRows();
            XWPFParagraph cell =
                    rows.get(2).getTableCells().get(3).getParagraphs().get(0);
            assertThat(cell.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(cell.getRuns()).extracting(XWPFRun::text).containsExactly("−1.050", "*");
            assertThat(cell.getRuns().get(1).getCTR().xmlText()).contains("superscript");
            assertThat(rows.get(3).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("", "(0.010)", "(0.030)", "(0.587)");
        }
    }

    @Test
    void thePageLiesAcrossWhenThereAreManyColumns() throws IOException {
        try (XWPFDocument narrow = opened(wide(4));
                XWPFDocument wide = opened(wide(9))) {
            assertThat(orientation(narrow)).isEqualTo(STPageOrientation.PORTRAIT);
            assertThat(orientation(wide)).isEqualTo(STPageOrientation.LANDSCAPE);
        }
        assertThat(DocxPage.of(PrintedTable.of(wide(20), Lang.EN)).points()).isLessThan(10.5);
    }

    @Test
    void widthsAddUpToTheTextWidth() {
        for (int columns = 1; columns < 12; columns++) {
            DocxPage page = DocxPage.of(PrintedTable.of(wide(columns), Lang.EN));
            assertThat(page.stub() + columns * page.column()).isEqualTo(page.textWidth());
            assertThat(page.stub()).isPositive();
        }
    }

    @Test
    void equalTablesGiveEqualBytesInEveryTimeZone() {
        byte[] first = DocxTable.render(Fixtures.baselineTable(), Lang.ZH);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(Arrays.equals(DocxTable.render(Fixtures.baselineTable(), Lang.ZH), first))
                    .isTrue();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void noClockIsInTheFile() throws IOException {
        byte[] bytes = DocxTable.render(Fixtures.baselineTable(), Lang.EN);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
            }
        }
        assertThat(names.get(0)).isEqualTo("[Content_Types].xml");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var core = document.getProperties().getCoreProperties();
            assertThat(core.getCreated()).isEqualTo("2000-01-01T00:00:00Z");
            assertThat(core.getModified()).isEqualTo("2000-01-01T00:00:00Z");
            assertThat(core.getTitle()).isEqualTo("Direct settlement and migration");
        }
    }

    private static void assertFont(XWPFRun run, String chinese, double points) {
        assertThat(run.getFontFamily(FontCharRange.eastAsia)).isEqualTo(chinese);
        assertThat(run.getFontFamily(FontCharRange.ascii)).isEqualTo("Times New Roman");
        assertThat(run.getFontSizeAsDouble()).isEqualTo(points);
    }

    private static XWPFDocument opened(TableModel model) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(DocxTable.render(model, Lang.ZH)));
    }

    private static STPageOrientation.Enum orientation(XWPFDocument document) {
        return document.getDocument().getBody().getSectPr().getPgSz().getOrient();
    }

    private static List<Integer> tops(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> cell.getCTTc().getTcPr().getTcBorders())
                .map(b -> b == null || !b.isSetTop()
                        ? 0
                        : ((BigInteger) b.getTop().getSz()).intValue())
                .toList();
    }

    private static List<Integer> bottoms(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> cell.getCTTc().getTcPr().getTcBorders())
                .map(b -> b == null || !b.isSetBottom()
                        ? 0
                        : ((BigInteger) b.getBottom().getSz()).intValue())
                .toList();
    }

    private static TableModel wide(int columns) {
        List<TableModel.Column> headers = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int j = 1; j <= columns; j++) {
            headers.add(new TableModel.Column(Text.of("(" + j + ")")));
            cells.add(new Cell.Count(123_456_789));
        }
        return new TableModel(
                "wide",
                Text.of("Wide"),
                false,
                Text.of(""),
                List.of(),
                headers,
                List.of(new TableModel.Line("n", Text.of("Observations"), cells)),
                List.of(),
                Optional.empty());
    }
}
