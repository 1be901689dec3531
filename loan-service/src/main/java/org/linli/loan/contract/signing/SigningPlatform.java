package org.linli.loan.contract.signing;

import java.util.Optional;
import org.linli.starter.web.DependencyUnavailableException;

/** Lets people sign. */
public interface SigningPlatform {
    /**
     * Invites the parties. The reference makes it unique: a repeated request is the same request.
     *
     * @throws DependencyUnavailableException when the platform does not answer; ask again later
     */
    void request(SigningRequest request);

    /**
     * How far it is.
     *
     * @return empty when the platform knows no such reference
     * @throws DependencyUnavailableException when the platform does not answer
     */
    Optional<SigningState> state(String reference);
}
