/**
 * The page of a study, {@link org.canbao.report.page.StudyPage}: its sample, its exhibits, and what they were made from,
 * as one HTML file that needs nothing beside it but the exhibits it links.
 */
@NullMarked
package org.canbao.report.page;

import org.jspecify.annotations.NullMarked;
