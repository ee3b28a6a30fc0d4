package org.canbao.spec.audit;

import java.util.Optional;
import org.canbao.diag.Place;
import org.canbao.spec.Text;

/**
 * One check of printed numbers.
 *
 * @param id its id
 * @param title what it checks
 * @param rule the rule and what it is applied to
 * @param cannotTell why the arithmetic decides nothing, if so: it is shown, and the verdict is that one cannot tell
 * @param place where it is declared
 */
public record CheckSpec(String id, Text title, RuleSpec rule, Optional<Text> cannotTell, Place place) {}
