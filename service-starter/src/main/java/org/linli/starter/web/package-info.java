/** The HTTP edge every service shares: problem details, request ids, size limits, cursors. */
@NullMarked
package org.linli.starter.web;

import org.jspecify.annotations.NullMarked;
