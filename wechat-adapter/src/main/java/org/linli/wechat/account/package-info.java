/**
 * The official accounts this service speaks for, as configured. Allowed dependencies: none.
 */
@NullMarked
package org.linli.wechat.account;

import org.jspecify.annotations.NullMarked;
