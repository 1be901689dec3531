package org.linli.geosearch.nearby;

import java.time.Instant;
import org.linli.geosearch.fixtures.Samples;
import org.springframework.mock.web.MockHttpServletRequest;

/** Cursors as the service would make them for a question. */
final class Cursors {
    private Cursors() {}

    /** @param parameters name, value, name, value ... of the question */
    static String of(NearbyList list, ExactPosition position, Object... parameters) {
        return issued(Samples.NOON, list, position, parameters);
    }

    static String issued(Instant at, NearbyList list, ExactPosition position, Object... parameters) {
        return new PageMark(position, false).cursor(fingerprint(list, parameters), at);
    }

    static String fingerprint(NearbyList list, Object... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i].toString(), parameters[i + 1].toString());
        }
        return FormReader.read(SearchForm.of(request), list).fingerprint();
    }
}
