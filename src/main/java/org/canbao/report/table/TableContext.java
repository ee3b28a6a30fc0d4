package org.canbao.report.table;

import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.spec.Text;

/**
 * What all tables of a study share.
 *
 * @param labels what variables and terms are called
 * @param notes the notes printed under every exhibit, if any
 * @param simulated whether any of the data was simulated
 */
public record TableContext(Labels labels, Optional<Text> notes, boolean simulated) {}
