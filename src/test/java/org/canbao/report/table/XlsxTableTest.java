package org.canbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;
import org.junit.jupiter.api.Test;

class XlsxTableTest {
    private static XSSFWorkbook opened(TableModel model) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(XlsxTable.render(model, Lang.EN)));
    }

    private static List<Cell> cells(XSSFSheet sheet) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            row.forEach(cells::add);
        }
        return cells;
    }

    @Test
    void everyPrintedCellIsThere() throws IOException {
        TableModel model = Fixtures.baselineTable();
        PrintedTable printed = PrintedTable.of(model, Lang.EN);
        try (XSSFWorkbook workbook = opened(model)) {
            List<String> texts = cells(workbook.getSheetAt(0)).stream()
                    .filter(c -> c.getCellType() == CellType.STRING)
                    .map(Cell::getStringCellValue)
                    .toList();
            assertThat(texts).contains(printed.title()).containsAll(printed.headers());
            assertThat(texts).contains("Notes: " + printed.notes().get(0));
            printed.column(0).stream()
                    .filter(c -> !c.stars().isEmpty())
                    .forEach(c -> assertThat(texts).contains(c.whole()));
        }
    }

    @Test
    void numbersWithoutStarsAreNumbersAndShowTheSameDigits() throws IOException {
        try (XSSFWorkbook workbook = opened(Fixtures.baselineTable())) {
            List<Cell> numbers = cells(workbook.getSheetAt(0)).stream()
                    .filter(c -> c.getCellType() == CellType.NUMERIC)
                    .toList();
            assertThat(numbers)
                    .isNotEmpty()
                    .allSatisfy(c ->
                            assertThat(c.getCellStyle().getDataFormatString()).matches("0(\\.0+)?"));
        }
    }

    @Test
    void nothingIsAFormula() throws IOException {
        TableModel model = new TableModel(
                "t",
                Text.of("=1+1"),
                false,
                Text.of(""),
                List.of(),
                List.of(new TableModel.Column(Text.of("=A1"))),
                List.of(new TableModel.Line(
                        "x", Text.of("=SUM(A1)"), List.of(new org.canbao.report.table.Cell.Words(Text.of("@x"))))),
                List.of(),
                Optional.empty());
        try (XSSFWorkbook workbook = opened(model)) {
            assertThat(cells(workbook.getSheetAt(0))).hasSize(5).allMatch(c -> c.getCellType() == CellType.STRING);
        }
    }

    @Test
    void theRulesAreThoseOfPaper() throws IOException {
        try (XSSFWorkbook workbook = opened(Fixtures.baselineTable())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getBorderTop()).isEqualTo(BorderStyle.MEDIUM);
            long thick = cells(sheet).stream()
                    .filter(c -> c.getCellStyle().getBorderBottom() == BorderStyle.MEDIUM)
                    .map(Cell::getRowIndex)
                    .distinct()
                    .count();
            assertThat(thick).isEqualTo(1);
        }
    }

    @Test
    void equalTablesGiveEqualBytes() {
        assertThat(XlsxTable.render(Fixtures.baselineTable(), Lang.ZH))
                .isEqualTo(XlsxTable.render(Fixtures.baselineTable(), Lang.ZH));
    }
}
