package org.linli.merchant.correspondence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.correspondence.Correspondence.Message;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CorrespondenceController {
    private final Correspondence correspondence;

    CorrespondenceController(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @GetMapping("/api/v1/merchants/mine/messages")
    Page<Answer> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return page(correspondence.own(caller.require("merchantId"), before(after), size + 1), size, Answer::forOwner);
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PostMapping("/api/v1/merchants/mine/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Answer write(@RequestBody @Valid MessageForm form, Caller caller) {
        return Answer.forOwner(
                sent(correspondence.writeAsOwner(caller.require("merchantId"), caller.subject(), form.text)));
    }

    @Allowed("merchant.review")
    @GetMapping("/api/v1/admin/merchants/{id}/messages")
    Page<Answer> ofMerchant(
            @PathVariable String id,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return page(correspondence.ofMerchant(caller, id, before(after), size + 1), size, Answer::forStaff);
    }

    @Allowed("merchant.review")
    @PostMapping("/api/v1/admin/merchants/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Answer write(@PathVariable String id, @RequestBody @Valid MessageForm form, Caller caller) {
        return Answer.forStaff(sent(correspondence.writeAsStaff(caller, id, form.text)));
    }

    private static @Nullable String before(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? null : cursor.text(0);
    }

    private static Page<Answer> page(Optional<List<Message>> messages, int size, Function<Message, Answer> answer) {
        List<Message> found = messages.orElseThrow(ProblemException::notFound);
        List<Message> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(answer).toList(), next);
    }

    private static Message sent(Writing writing) {
        if (writing instanceof Writing.Sent sent) {
            return sent.message();
        }
        throw writing instanceof Writing.TooMany
                ? ProblemException.refused("too-many-messages")
                : ProblemException.notFound();
    }

    record MessageForm(@NotBlank @Size(max = 1_000) String text) {
        @Override
        public String toString() {
            return "MessageForm[hidden]";
        }
    }

    /** @param writtenBy told to staff only: to the merchant it is the bank that writes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String id, Letter.Side from, @Nullable String writtenBy, String text, Instant at) {
        static Answer forOwner(Message message) {
            return new Answer(message.id(), message.side(), null, message.text(), message.writtenAt());
        }

        static Answer forStaff(Message message) {
            return new Answer(message.id(), message.side(), message.writtenBy(), message.text(), message.writtenAt());
        }

        @Override
        public String toString() {
            return "Answer[" + id + "]";
        }
    }
}
