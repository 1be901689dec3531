/**
 * An SMS gateway that shows what it "sent" instead of sending it. Allowed dependencies: org.linli.sandbox.memory.
 */
@NullMarked
package org.linli.sandbox.sms;

import org.jspecify.annotations.NullMarked;
