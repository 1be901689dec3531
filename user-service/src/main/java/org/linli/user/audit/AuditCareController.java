package org.linli.user.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifying the chains, and looking after records that could not become rows. */
@RestController
@RequestMapping("/api/v1/admin/audit-trail")
class AuditCareController {
    private static final String HEAD_OFFICE = "hq";
    private static final String HEAD_OFFICE_PATH = "/hq/";

    private final ChainVerifier verifier;
    private final DeadLetters deadLetters;
    private final AuditSettings settings;

    AuditCareController(ChainVerifier verifier, DeadLetters deadLetters, AuditSettings settings) {
        this.verifier = verifier;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    /** @param after the {@code next} of the answer before: goes on there */
    record Verification(
            @Nullable @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9_-]+") String organisation,

            @Nullable Instant from,

            @Nullable @Size(max = 400) String after) {
        static final Verification OF_ALL = new Verification(null, null, null);

        ChainVerifier.@Nullable Place place() {
            Cursor cursor = Cursor.parse(after, 3);
            if (cursor == null) {
                return null;
            }
            if (!cursor.text(1).matches("\\d{1,12}") || !within(cursor.text(0))) {
                throw ProblemException.invalidParameter("after", "not from an answer about these chains");
            }
            return new ChainVerifier.Place(cursor.text(0), Long.parseLong(cursor.text(1)), cursor.text(2));
        }

        private boolean within(String chain) {
            return organisation == null || organisation.equals(chain);
        }
    }

    record FirstBroken(String organisation, long seq, String why) {
        static @Nullable FirstBroken of(Verdict.@Nullable Broken broken) {
            return broken == null
                    ? null
                    : new FirstBroken(
                            broken.organisation(),
                            broken.seq(),
                            broken.why().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * What one call looked at.
     *
     * @param ok nothing is broken so far
     * @param looked chain by chain; the last may be incomplete
     * @param next send it as {@code after} to go on; null = that was all
     */
    record Verified(
            long rows,
            int chains,
            boolean ok,
            @Nullable FirstBroken firstBroken,
            List<ChainVerifier.Looked> looked,
            @Nullable String next) {
        static Verified of(ChainVerifier.Part part) {
            Verdict verdict = part.verdict();
            ChainVerifier.Place next = part.next();
            return new Verified(
                    verdict.rows(),
                    verdict.chains(),
                    verdict.ok(),
                    FirstBroken.of(verdict.firstBroken()),
                    part.chains(),
                    next == null ? null : Cursor.of(next.organisation(), String.valueOf(next.seq()), next.hash()));
        }
    }

    record DeadLetterList(List<DeadLetters.Letter> items) {}

    record Replay(
            @NotBlank @Size(max = 128) String topic,
            @Min(0) @Max(10_000) int partition,
            @Min(0) long offset) {}

    record Replayed(boolean appended) {}

    @Allowed("audit.verify")
    @PostMapping("/verification")
    Verified verify(Caller caller, @Valid @RequestBody(required = false) @Nullable Verification wanted) {
        Verification of = wanted == null ? Verification.OF_ALL : wanted;
        requireScope(caller, of.organisation);
        return Verified.of(verifier.part(of.organisation, of.from, of.place(), settings.rowsACall()));
    }

    @Allowed("dead-letter.read")
    @GetMapping("/dead-letters")
    DeadLetterList deadLetters(Caller caller) {
        requireScope(caller, null);
        return new DeadLetterList(deadLetters.newest());
    }

    @Allowed("dead-letter.replay")
    @PostMapping("/dead-letters/replay")
    Replayed replay(Caller caller, @Valid @RequestBody Replay letter) {
        requireScope(caller, null);
        return deadLetters
                .replay(letter.topic, letter.partition, letter.offset)
                .orElseThrow(ProblemException::notFound)
                .fold(() -> new Replayed(true), () -> new Replayed(false), () -> {
                    throw ProblemException.refused("dead-letter-malformed");
                });
    }

    /** Whose chain it is must be in the caller's scope; all of them together are head office's. */
    private static void requireScope(Caller caller, @Nullable String organisation) {
        String path = organisation == null || organisation.equals(HEAD_OFFICE)
                ? HEAD_OFFICE_PATH
                : HEAD_OFFICE_PATH + organisation + "/";
        if (!caller.oversees(path)) {
            throw ProblemException.forbidden();
        }
    }
}
