package org.linli.loan.village;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Open;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hangs out in the village, for everybody: a masked name, a limit, and until when one may object. */
@RestController
class NoticeController {
    private final Crediting crediting;
    private final VillageStore store;

    NoticeController(Crediting crediting, VillageStore store) {
        this.crediting = crediting;
        this.store = store;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notices(
            String villageName,
            List<NoticeView> items,
            @Nullable String next) {}

    /** Without an id: whoever objects says at the branch whom they mean. */
    record NoticeView(String name, long limitFen, LocalDate publishedOn, LocalDate objectionsUntil) {
        static NoticeView of(VillageCredit credit) {
            Notice notice = Objects.requireNonNull(credit.notice());
            return new NoticeView(
                    credit.maskedName(),
                    Objects.requireNonNull(credit.limitFen()),
                    notice.publishedOn(),
                    notice.objectionsUntil());
        }
    }

    @Open
    @GetMapping("/api/v1/villages/{id}/notices")
    Notices notices(
            @PathVariable String id,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        Village village = store.village(id).orElseThrow(ProblemException::notFound);
        List<VillageCredit> found = crediting.notices(village.id(), VillageController.last(after), size + 1);
        Page<NoticeView> page = VillageController.page(found, size, VillageCredit::id, NoticeView::of);
        return new Notices(village.name(), page.items(), page.next());
    }
}
