package org.linli.user.outlet;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.web.ProblemException;
import tools.jackson.databind.JsonNode;

/**
 * An outlet as staff send it. On a change, machines, hours and phone that are not given stay as they are.
 *
 * @param phone a text; null or an empty text takes it away, which is something else than not to name it
 */
record OutletForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String branchId,

        @NotBlank @Size(max = OutletDetails.MAX_NAME) @Pattern(regexp = TEXT) String name,

        @Nullable @Size(max = OutletDetails.MAX_ADDRESS) @Pattern(regexp = TEXT) String address,

        @NotNull @Valid LocatedPoint point,

        @Nullable @Size(max = Machine.MOST_ENTRIES) List<@NotNull @Valid MachineForm> machines,

        @Nullable @Size(max = 7) Map<DayOfWeek, @NotNull @Size(max = OpeningHours.MOST_SPANS_A_DAY) List<@NotNull @Valid SpanForm>> hours,

        @Nullable @Schema(type = "string") JsonNode phone,

        @Nullable LocalDate effectiveOn) {
    private static final String TEXT = "\\P{Cntrl}*";
    private static final String PHONE = "\\+?[0-9][0-9 -]{3,18}";

    record MachineForm(
            @NotNull Machine.Kind kind,
            @Min(1) @Max(Machine.MOST_OF_A_KIND) int count) {}

    record SpanForm(
            @NotNull @Pattern(regexp = "\\d\\d:\\d\\d") String from,
            @NotNull @Pattern(regexp = "\\d\\d:\\d\\d") String to) {}

    /** @param before the present ones; null when it opens */
    OutletDetails applyTo(@Nullable OutletDetails before) {
        List<Machine> otherMachines = before == null ? List.of() : before.machines();
        OpeningHours otherHours = before == null ? OpeningHours.NONE : before.hours();
        String otherPhone = before == null ? null : before.phone();
        try {
            return new OutletDetails(
                    branchId,
                    name.strip(),
                    address == null ? "" : address.strip(),
                    point.normalised(),
                    machines == null
                            ? otherMachines
                            : machines.stream()
                                    .map(one -> new Machine(one.kind, one.count))
                                    .toList(),
                    hours == null ? otherHours : openingHours(hours),
                    phone == null ? otherPhone : phone(phone));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String phone(JsonNode form) {
        String text = form.isString() ? form.stringValue().strip() : form.isNull() ? "" : form.toString();
        if (!text.isEmpty() && !text.matches(PHONE)) {
            throw new IllegalArgumentException("phone: (expected: digits, spaces and hyphens, 4 to 20 characters)");
        }
        return text.isEmpty() ? null : text;
    }

    private static OpeningHours openingHours(Map<DayOfWeek, List<SpanForm>> form) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        form.forEach((day, spans) -> week.put(
                day, spans.stream().map(span -> Span.of(span.from, span.to)).toList()));
        return new OpeningHours(week);
    }

    /** The domain says {@code field: value (expected: ...)}. */
    private static ProblemException wrong(String message) {
        int colon = message.indexOf(':');
        return ProblemException.invalidParameter(
                message.substring(0, Math.max(0, colon)),
                message.substring(colon + 1).strip());
    }
}
