package org.canbao.report.page;

import java.util.List;
import org.canbao.report.table.FitFacts;

/**
 * What a page was made from; nothing in it is a time or a place on a disk.
 *
 * @param facts versions, seeds: name and value, in order
 * @param commands the commands that make it again
 * @param files what was read
 */
public record Provenance(List<FitFacts.Fact> facts, List<String> commands, List<File> files) {
    public Provenance {
        facts = List.copyOf(facts);
        commands = List.copyOf(commands);
        files = List.copyOf(files);
    }

    /**
     * A file that was read.
     *
     * @param input the input of the study; empty for files that are none
     * @param dataset the data set and its waves, with the rows
     * @param file its name
     * @param sha256 its hash
     */
    public record File(String input, String dataset, String file, String sha256) {}
}
