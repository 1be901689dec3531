package org.linli.sandbox.sms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.sandbox.memory.RecentEntries;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SmsController {
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");
    private static final int LONGEST_TEXT = 500;

    private final RecentEntries<Sent> sent = new RecentEntries<>(2_000);
    private final Clock clock;

    SmsController(Clock clock) {
        this.clock = clock;
    }

    record Message(String phone, String text, @Nullable String reference) {
        Message {
            if (!PHONE.matcher(phone).matches()) {
                throw new IllegalArgumentException("phone (expected: 11 digits beginning with 1)");
            }
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("text: " + text.length() + " characters (expected: 1..500)");
            }
        }
    }

    record Receipt(String messageId) {}

    /** @param code the first 4-8 digit number of the text, so that a person or a test need not search for it */
    record Sent(
            String messageId,
            String phone,
            String text,
            @Nullable String code,
            @Nullable String reference,
            Instant sentAt) {}

    /** The same reference is sent once: a caller that lost the answer may ask again. */
    @PostMapping("/sms/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    synchronized Receipt send(@RequestBody Message message) {
        String reference = message.reference();
        if (reference != null) {
            List<Sent> earlier = sent.matching(one -> reference.equals(one.reference()));
            if (!earlier.isEmpty()) {
                return new Receipt(earlier.get(0).messageId());
            }
        }
        String id = UUID.randomUUID().toString();
        sent.add(new Sent(id, message.phone(), message.text(), codeIn(message.text()), reference, clock.instant()));
        return new Receipt(id);
    }

    @GetMapping("/sandbox/sms")
    List<Sent> sent(@RequestParam(required = false) @Nullable String phone) {
        return sent.matching(one -> phone == null || phone.equals(one.phone())).stream()
                .limit(100)
                .toList();
    }

    private static @Nullable String codeIn(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }
}
