/**
 * Branches, people and tokens: who someone is, what they may do and where the bank's branches stand. This package only
 * starts the service and says who may call what; the decisions are in the feature packages. Allowed dependencies: the
 * service starter.
 */
@NullMarked
package org.linli.user;

import org.jspecify.annotations.NullMarked;
