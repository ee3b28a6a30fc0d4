/** The page of a study: its sample, its exhibits, and what they were made from. */
@NullMarked
package org.canbao.report.page;

import org.jspecify.annotations.NullMarked;
