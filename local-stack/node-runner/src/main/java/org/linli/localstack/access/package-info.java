/**
 * The reviewed tables of permissions and endpoints, as the tests of every service use them: to make tokens like those of
 * user-service, and to hold the running endpoints against the table.
 */
@NullMarked
package org.linli.localstack.access;

import org.jspecify.annotations.NullMarked;
