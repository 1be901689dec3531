package org.linli.user.phonecode;

import java.time.Duration;

/** Whether a code may be sent now. */
public sealed interface CodeRequest {
    record Granted() implements CodeRequest {}

    record TooSoon(Duration remaining) implements CodeRequest {}
}
