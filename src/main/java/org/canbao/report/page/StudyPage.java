package org.canbao.report.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.report.table.TableModel;
import org.canbao.sample.Ledger;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A study as one self-contained page in one language, for a screen of any width and for paper: question, data, exhibits
 * with their specifications, what was printed, provenance.
 *
 * @param head what stands above everything
 * @param ledgers how the samples came about, by name, the main one first
 * @param leftOut what is not made, and why
 * @param howBuilt the text of the study file about inputs and sample
 * @param shared the text of the study file that its estimates share: lists and defaults
 * @param exhibits tables and figures, in the order of the study
 * @param others estimates that no exhibit shows
 * @param comparison the printed numbers beside their replication, if there are any
 * @param audit the printed numbers beside each other, if there are any
 * @param provenance what the page was made from
 */
public record StudyPage(
        Head head,
        Map<String, Ledger> ledgers,
        List<String> leftOut,
        String howBuilt,
        String shared,
        List<Exhibit> exhibits,
        List<SpecText> others,
        Optional<Appendix> comparison,
        Optional<Appendix> audit,
        Provenance provenance) {
    public StudyPage {
        ledgers = Collections.unmodifiableMap(new LinkedHashMap<>(ledgers));
        leftOut = List.copyOf(leftOut);
        exhibits = List.copyOf(exhibits);
        others = List.copyOf(others);
    }

    /**
     * What stands above everything.
     *
     * @param title the title of the study
     * @param question what it asks, if it says so
     * @param summary its abstract, if it has one
     * @param data what it was made from
     * @param sources what its inputs are, as far as the study says so
     * @param otherLanguage the file of the same page in the other language
     */
    public record Head(
            Text title,
            Optional<Text> question,
            Optional<Text> summary,
            DataKind data,
            List<Text> sources,
            String otherLanguage) {
        public Head {
            sources = List.copyOf(sources);
        }

        /** Whether any input was simulated. */
        boolean simulated() {
            return data == DataKind.SIMULATED;
        }
    }

    /** Something to show. */
    public sealed interface Exhibit {
        /** Its id, unique on the page. */
        String id();

        /** Its title. */
        Text title();

        /** Its files by path relative to the page. */
        List<String> files();

        /** Its text in the study file. */
        String yaml();

        /** The estimates that it shows. */
        List<SpecText> specs();
    }

    /** A table. */
    public record Table(TableModel model, List<String> files, String yaml, List<SpecText> specs) implements Exhibit {
        public Table {
            files = List.copyOf(files);
            specs = List.copyOf(specs);
        }

        @Override
        public String id() {
            return model.id();
        }

        @Override
        public Text title() {
            return model.title();
        }
    }

    /** A figure as SVG, whose title and notes are part of it. */
    public record Figure(String id, Text title, String svg, List<String> files, String yaml, List<SpecText> specs)
            implements Exhibit {
        public Figure {
            files = List.copyOf(files);
            specs = List.copyOf(specs);
        }
    }

    /** The page in HTML. */
    public String html(Lang lang) {
        return Templates.filled("study", new StudyView(this, lang).values());
    }
}
