/**
 * Faults on demand for everything below /wechat, /sms, /kms and /bank. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.faults;

import org.jspecify.annotations.NullMarked;
