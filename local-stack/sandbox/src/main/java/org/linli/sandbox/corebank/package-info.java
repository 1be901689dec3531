/**
 * Core banking as far as loans need it: books a payment once per reference, answers questions about a reference, and has
 * bad days on demand. Allowed dependencies: org.linli.sandbox.memory.
 */
@NullMarked
package org.linli.sandbox.corebank;

import org.jspecify.annotations.NullMarked;
