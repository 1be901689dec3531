/** What must be identical in every service, and nothing of the domain: a test keeps domain words out. */
@NullMarked
package org.linli.starter;

import org.jspecify.annotations.NullMarked;
