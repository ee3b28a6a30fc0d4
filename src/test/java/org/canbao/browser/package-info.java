/** Pages in a real browser: headless Chromium or Chrome, spoken to over its DevTools protocol. */
@NullMarked
package org.canbao.browser;

import org.jspecify.annotations.NullMarked;
