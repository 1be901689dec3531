package org.linli.geosearch.nearby;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query string as received, see {@link SearchFormResolver}. Texts on purpose: what cannot be read is answered by
 * name, see {@link FormReader}.
 */
record SearchForm(
        @Parameter(description = "Degrees north; together with lng", schema = @Schema(type = "number")) @Nullable String lat,

        @Parameter(description = "Degrees east; together with lat", schema = @Schema(type = "number")) @Nullable String lng,

        @Parameter(
                description = "Coordinate system of lat and lng and of the answered points; default GCJ02",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"GCJ02", "WGS84", "BD09"}))
        @Nullable String crs,

        @Parameter(
                description = "Metres; default 2500, for a branch its circle",
                schema = @Schema(type = "number", minimum = "100", maximum = "5000"))
        @Nullable String radius,

        @Parameter(description = "Only inside this branch's service circle") @Nullable String branchId,

        @Parameter(description = "Only inside this rectangle: west,south,east,north in degrees of crs") @Nullable String bbox,

        @Parameter(description = "Chinese name or code of a category") @Nullable String category,

        @Parameter(
                description = "Kind of offer",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"PERCENT", "CASH_OFF", "FIXED_PRICE", "GIFT"}))
        @Nullable String kind,

        @Parameter(
                description = "Words that must all be found in title, merchant or category, by characters or by pinyin",
                schema = @Schema(type = "string", minLength = 1, maxLength = 50))
        @Nullable String q,

        @Parameter(
                description = "Only what can be used at this moment",
                schema = @Schema(type = "boolean", defaultValue = "false"))
        @Nullable String openNow,

        @Parameter(
                description = "Offers of which at least so many are left",
                schema = @Schema(type = "integer", minimum = "1", maximum = "1000000", defaultValue = "1"))
        @Nullable String minStock,

        @Parameter(
                description = "Also answer counts by category and kind",
                schema = @Schema(type = "boolean", defaultValue = "false"))
        @Nullable String facets,

        @Parameter(
                description = "Tell how keywords led to each result; for members of staff",
                schema = @Schema(type = "boolean", defaultValue = "false"))
        @Nullable String explain,

        @Parameter(
                description = "Order of the results; merchants by distance or relevance",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"distance", "discount", "popularity", "ending", "relevance"},
                                defaultValue = "distance"))
        @Nullable String sort,

        @Parameter(
                description = "Results per page",
                schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
        @Nullable String size,

        @Parameter(description = "The previous page's next") @Nullable String after,

        @Parameter(
                description = "Of clusters: the map's zoom",
                schema = @Schema(type = "integer", minimum = "0", maximum = "20"))
        @Nullable String zoom,

        @Parameter(
                description = "Of clusters: what is counted",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"offers", "merchants"},
                                defaultValue = "offers"))
        @Nullable String of) {

    /** All parameters at once: asked for one by one, the firewall judges each name anew. */
    static SearchForm of(HttpServletRequest request) {
        Map<String, String[]> given = request.getParameterMap();
        return new SearchForm(
                text(given, "lat"),
                text(given, "lng"),
                text(given, "crs"),
                text(given, "radius"),
                text(given, "branchId"),
                text(given, "bbox"),
                text(given, "category"),
                text(given, "kind"),
                text(given, "q"),
                text(given, "openNow"),
                text(given, "minStock"),
                text(given, "facets"),
                text(given, "explain"),
                text(given, "sort"),
                text(given, "size"),
                text(given, "after"),
                text(given, "zoom"),
                text(given, "of"));
    }

    /** A parameter given twice is neither of the two: joined, it will be refused. */
    private static @Nullable String text(Map<String, String[]> given, String name) {
        String[] values = given.get(name);
        return values == null ? null : String.join(",", values);
    }
}
