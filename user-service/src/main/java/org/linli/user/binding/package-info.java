/**
 * Consumers as customers of the bank (rule W-8): binding them by phone code and the bank's own check, unbinding, and
 * the blacklist. The port to core banking is here. Allowed dependencies: {@code identity}, {@code phonecode}, {@code
 * privacy}, the starter.
 */
@NullMarked
package org.linli.user.binding;

import org.jspecify.annotations.NullMarked;
