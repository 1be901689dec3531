package org.linli.geosearch.projection;

import org.linli.starter.security.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For staff: whether search shows what has happened, and how long it takes until it does (rule G-4). */
@RestController
@RequestMapping("/api/v1/admin/search/freshness")
class FreshnessController {
    private final Freshness freshness;

    FreshnessController(Freshness freshness) {
        this.freshness = freshness;
    }

    @Allowed("search.reindex")
    @GetMapping
    Freshness.Status freshness() {
        return freshness.look();
    }
}
