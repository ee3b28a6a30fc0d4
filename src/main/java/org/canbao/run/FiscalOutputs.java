package org.canbao.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.files.AtomicFile;
import org.canbao.fiscal.Fiscal;
import org.canbao.fiscal.FiscalReport;
import org.canbao.report.figure.FigureFormat;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.table.TableFormat;
import org.canbao.report.table.TableModel;
import org.canbao.spec.Lang;

/** Writes what a scenario shows into a folder: tables and figures in all formats, a page, and the amounts as JSON. */
public final class FiscalOutputs {
    private FiscalOutputs() {}

    /**
     * Writes everything.
     *
     * @param out the folder of all outputs; the scenario has a folder of its own in it
     * @return the files, relative to that folder
     * @throws org.canbao.diag.CanbaoException if a file cannot be written
     */
    public static List<String> write(Fiscal fiscal, Path out, Lang lang) {
        Path folder = out.resolve(fiscal.scenario().id());
        List<String> files = new ArrayList<>();
        for (TableModel table : FiscalReport.tables(fiscal)) {
            for (TableFormat format : TableFormat.values()) {
                String name = "tables/" + table.id() + "." + format.extension();
                byte[] bytes = format.render(table, lang);
                AtomicFile.write(folder.resolve(name), stream -> stream.write(bytes));
                files.add(name);
            }
        }
        for (FigureModel figure : FiscalReport.figures(fiscal, lang)) {
            for (FigureFormat format : FigureFormat.all()) {
                String name = "figures/" + figure.id() + "." + format.extension();
                byte[] bytes = format.render(figure);
                AtomicFile.write(folder.resolve(name), stream -> stream.write(bytes));
                files.add(name);
            }
        }
        AtomicFile.write(folder.resolve("fiscal.json"), FiscalReport.json(fiscal));
        files.add("fiscal.json");
        AtomicFile.write(folder.resolve("index.html"), FiscalReport.page(fiscal, lang));
        files.add("index.html");
        return files;
    }
}
