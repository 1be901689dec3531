package org.linli.merchant.favourite;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.favourite.FavourResult.Kept;
import org.linli.merchant.favourite.FavourResult.Refused;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Favourites of the person who asks: offers, merchants and followed shops. */
@RestController
@RequestMapping("/api/v1/me/favourites")
class FavouriteController {
    private final Favouring favouring;

    FavouriteController(Favouring favouring) {
        this.favouring = favouring;
    }

    @Allowed("favourite.own")
    @GetMapping("/{kind}")
    Page<Answer> list(
            @PathVariable Favourite.Kind kind,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        List<Favourite> waiting = after(favouring.list(caller.subject(), kind), Cursor.parse(after, 2));
        List<Favourite> shown = waiting.subList(0, Math.min(size, waiting.size()));
        Map<String, String> names = favouring.names(kind, shown);
        return new Page<>(
                shown.stream().map(one -> answer(one, names)).toList(), waiting.size() > size ? next(shown) : null);
    }

    private static List<Favourite> after(List<Favourite> all, @Nullable Cursor cursor) {
        if (cursor == null) {
            return all;
        }
        double since = cursor.number(0);
        return all.stream()
                .filter(one -> one.since().toEpochMilli() < since
                        || one.since().toEpochMilli() == since && one.targetId().compareTo(cursor.text(1)) > 0)
                .toList();
    }

    private static String next(List<Favourite> shown) {
        Favourite last = shown.get(shown.size() - 1);
        return Cursor.of(String.valueOf(last.since().toEpochMilli()), last.targetId());
    }

    @Allowed("favourite.own")
    @PutMapping("/{kind}/{id}")
    Answer add(@PathVariable Favourite.Kind kind, @PathVariable String id, Caller caller) {
        FavourResult result = favouring.add(caller.subject(), kind, id);
        if (result instanceof Kept kept) {
            return answer(kept.favourite(), favouring.names(kind, List.of(kept.favourite())));
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN_TARGET -> ProblemException.notFound();
            case TOO_MANY -> ProblemException.refused("too-many-favourites");
        };
    }

    @Allowed("favourite.own")
    @DeleteMapping("/{kind}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable Favourite.Kind kind, @PathVariable String id, Caller caller) {
        favouring.remove(caller.subject(), kind, id);
    }

    private Answer answer(Favourite favourite, Map<String, String> names) {
        return new Answer(
                favourite.kind(),
                favourite.targetId(),
                names.get(favourite.targetId()),
                favouring.isAvailable(favourite),
                favourite.since());
    }

    /** @param available whether it can be used at the moment */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(Favourite.Kind kind, String id, @Nullable String name, boolean available, Instant since) {}
}
