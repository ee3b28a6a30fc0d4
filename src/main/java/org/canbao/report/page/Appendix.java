package org.canbao.report.page;

import java.util.List;
import java.util.Optional;

/**
 * Judged rows at the end of a study's page, in one language: a summary that is open, and details that fold.
 *
 * @param inShort the result in a few words, for the head of the page
 * @param warning what a reader must know first, if anything
 * @param lead how to read it
 * @param shown what is open
 * @param folded what unfolds
 */
public record Appendix(
        String inShort,
        Optional<String> warning,
        String lead,
        List<GradedPage.Section> shown,
        List<GradedPage.Section> folded) {
    public Appendix {
        shown = List.copyOf(shown);
        folded = List.copyOf(folded);
    }
}
