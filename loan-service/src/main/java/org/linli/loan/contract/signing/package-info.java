/**
 * The door to the electronic signing platform: hands over who is to sign which documents, and asks how far they are.
 * Its words end here. Allowed dependencies: Spring's REST client, the starter's "not available at the moment".
 */
@NullMarked
package org.linli.loan.contract.signing;

import org.jspecify.annotations.NullMarked;
