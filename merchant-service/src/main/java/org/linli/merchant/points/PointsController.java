package org.linli.merchant.points;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Points of the person who asks. */
@RestController
@RequestMapping("/api/v1/me/points")
class PointsController {
    private final PointsLedger ledger;
    private final SamePeople people;

    PointsController(PointsLedger ledger, SamePeople people) {
        this.people = people;
        this.ledger = ledger;
    }

    @Allowed("points.own")
    @GetMapping
    Balance balance(Caller caller) {
        return new Balance(people.idsOf(caller.subject()).stream()
                .mapToLong(ledger::balance)
                .sum());
    }

    @Allowed("points.own")
    @GetMapping("/entries")
    Page<EntryAnswer> entries(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        String afterId = cursor == null ? null : cursor.text(0);
        List<PointsEntry> found = people.listed(
                caller.subject(), PointsEntry::prefix, size + 1, (id, left) -> ledger.of(id, afterId, left));
        List<PointsEntry> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(EntryAnswer::of).toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    record Balance(long points) {}

    record EntryAnswer(String id, long points, String source, Instant at) {
        static EntryAnswer of(PointsEntry entry) {
            return new EntryAnswer(entry.id(), entry.points(), entry.source(), entry.at());
        }
    }
}
