package org.linli.sandbox.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SigningController {
    private static final int CAPACITY = 10_000;

    private final Map<String, Held> requests = new LinkedHashMap<>();
    private final Clock clock;
    private final SigningCallbacks callbacks;

    /** Whether everybody signs as soon as he is asked; people and tests switch it off to act themselves. */
    private boolean signsAtOnce = true;

    SigningController(Clock clock, SigningCallbacks callbacks) {
        this.clock = clock;
        this.callbacks = callbacks;
    }

    record Request(String reference, List<String> documentHashes, List<Party> parties, Instant expiresAt) {
        Request {
            if (reference == null || reference.isBlank() || reference.length() > 64) {
                throw new IllegalArgumentException("reference (expected: 1..64 characters)");
            }
            if (documentHashes == null || documentHashes.isEmpty() || parties == null || parties.isEmpty()) {
                throw new IllegalArgumentException("documentHashes and parties may not be empty");
            }
            if (expiresAt == null) {
                throw new IllegalArgumentException("expiresAt is missing");
            }
        }
    }

    record Party(String partyId, String name, String phone) {}

    record PartyState(
            String partyId, String status, @Nullable Instant at) {}

    record State(String reference, List<String> documentHashes, List<PartyState> parties, boolean expired) {}

    /** @param status SIGNED or REFUSED */
    record Act(String partyId, String status) {
        Act {
            if (!"SIGNED".equals(status) && !"REFUSED".equals(status)) {
                throw new IllegalArgumentException("status (expected: SIGNED or REFUSED)");
            }
        }
    }

    record Manner(boolean signsAtOnce) {}

    private record Held(Request request, Map<String, PartyState> acts) {}

    /** The same reference is the same request. */
    @PostMapping("/signing/requests")
    @ResponseStatus(HttpStatus.CREATED)
    synchronized State request(@RequestBody Request request) {
        if (requests.size() >= CAPACITY && !requests.containsKey(request.reference())) {
            throw new IllegalStateException("requests: " + CAPACITY + " (restart the sandbox)");
        }
        Held held = requests.computeIfAbsent(request.reference(), fresh -> new Held(request, new LinkedHashMap<>()));
        if (signsAtOnce && held.acts.isEmpty()) {
            held.request.parties().forEach(party -> act(held, party.partyId(), "SIGNED"));
        }
        return state(held);
    }

    @GetMapping("/signing/requests/{reference}")
    synchronized ResponseEntity<State> find(@PathVariable String reference) {
        Held held = requests.get(reference);
        return held == null ? ResponseEntity.notFound().build() : ResponseEntity.ok(state(held));
    }

    /** A party signs or refuses; the first act stands. */
    @PostMapping("/sandbox/signing/requests/{reference}/acts")
    synchronized ResponseEntity<State> act(@PathVariable String reference, @RequestBody Act act) {
        Held held = requests.get(reference);
        if (held == null
                || held.request.parties().stream()
                        .noneMatch(one -> one.partyId().equals(act.partyId()))) {
            return ResponseEntity.notFound().build();
        }
        if (!isExpired(held)) {
            act(held, act.partyId(), act.status());
        }
        return ResponseEntity.ok(state(held));
    }

    /** What the bank answered when it was told that there is news; 0: nothing. */
    @GetMapping("/sandbox/signing/requests/{reference}/callback")
    ResponseEntity<Told> told(@PathVariable String reference) {
        return ResponseEntity.of(callbacks.answerAbout(reference).map(Told::new));
    }

    record Told(int status) {}

    @PostMapping("/sandbox/signing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    synchronized void manner(@RequestBody Manner manner) {
        signsAtOnce = manner.signsAtOnce();
    }

    private void act(Held held, String partyId, String status) {
        PartyState before = held.acts.putIfAbsent(partyId, new PartyState(partyId, status, clock.instant()));
        boolean last = held.acts.size() == held.request.parties().size();
        if (before == null && (last || status.equals("REFUSED"))) {
            callbacks.tell(held.request.reference());
        }
    }

    private boolean isExpired(Held held) {
        return clock.instant().isAfter(held.request.expiresAt());
    }

    private State state(Held held) {
        List<PartyState> parties = new ArrayList<>();
        for (Party party : held.request.parties()) {
            parties.add(held.acts.getOrDefault(party.partyId(), new PartyState(party.partyId(), "PENDING", null)));
        }
        boolean allSigned = parties.stream().allMatch(one -> one.status().equals("SIGNED"));
        return new State(
                held.request.reference(), held.request.documentHashes(), parties, isExpired(held) && !allSigned);
    }
}
