/**
 * The bank's branches, each with a place and a service circle around it. Allowed dependencies: the starter's outbox,
 * geo and web.
 */
@NullMarked
package org.linli.user.branch;

import org.jspecify.annotations.NullMarked;
