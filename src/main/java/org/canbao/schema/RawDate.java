package org.canbao.schema;

import java.util.Optional;

/**
 * That a raw variable holds dates.
 *
 * @param format how they are written
 * @param part the part that is wanted; the whole date if empty
 */
public record RawDate(DateFormat format, Optional<DatePart> part) {}
