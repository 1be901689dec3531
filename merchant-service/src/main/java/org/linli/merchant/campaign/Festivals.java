package org.linli.merchant.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Campaigns of every year, ready but for their dates: {@code campaign/festivals.json}. */
@Component
class Festivals {
    private static final String FILE = "/campaign/festivals.json";

    private final JsonMapper json;
    private final List<Festival> all;

    Festivals(JsonMapper json) {
        this.json = json;
        try (InputStream file = Objects.requireNonNull(Festivals.class.getResourceAsStream(FILE), FILE)) {
            this.all = List.of(json.readValue(file, Festival[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param form a {@link CampaignForm} without dates and place */
    record Festival(String code, String name, String nameEn, JsonNode form) {}

    List<Festival> all() {
        return all;
    }

    /** The template with dates, as if staff had sent it; empty when there is no such template. */
    Optional<CampaignForm> form(String code, Instant from, Instant until, @Nullable String organisationId) {
        return all.stream()
                .filter(festival -> festival.code.equals(code))
                .findFirst()
                .map(festival -> {
                    ObjectNode form = (ObjectNode) festival.form.deepCopy();
                    form.put("from", from.toString());
                    form.put("until", until.toString());
                    form.put("organisationId", organisationId);
                    return json.treeToValue(form, CampaignForm.class);
                });
    }
}
