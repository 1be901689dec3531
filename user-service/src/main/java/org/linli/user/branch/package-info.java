/**
 * The bank's branches, each with a place and a service circle around it, and what every node of the organisation tree can
 * do: open, change and close, at once or on a later date. Allowed dependencies: the starter's outbox, geo and web.
 */
@NullMarked
package org.linli.user.branch;

import org.jspecify.annotations.NullMarked;
