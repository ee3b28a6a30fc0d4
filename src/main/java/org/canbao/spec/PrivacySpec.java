package org.canbao.spec;

import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Place;

/**
 * What a study says of the counts of persons that its exhibits show.
 *
 * @param suppressBelow the least count that is shown, 0 for all; empty for what the schemas of the inputs say
 * @param hideZeros whether zeros are hidden too
 * @param reason why all are shown, where they are
 * @param place where all this stands
 */
public record PrivacySpec(OptionalInt suppressBelow, boolean hideZeros, Optional<String> reason, Place place) {}
