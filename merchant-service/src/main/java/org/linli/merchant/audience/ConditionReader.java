package org.linli.merchant.audience;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.Rule.Act;
import org.linli.merchant.audience.Rule.Centre;
import org.linli.merchant.audience.Rule.Shops;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import tools.jackson.databind.JsonNode;

/** Reads one condition; what it is about says its {@code field}. */
class ConditionReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CATEGORY = Pattern.compile(Arrays.stream(Category.values())
            .flatMap(category -> Stream.of(category.code(), category.chineseName()))
            .collect(Collectors.joining("|")));
    private static final int MOST_TIMES = 10_000;
    private static final int NEAREST = 100;
    private static final int FARTHEST = 50_000;

    private final AudienceSettings settings;
    private final RuleReader.Known known;
    private final Fields fields;

    ConditionReader(AudienceSettings settings, RuleReader.Known known, Fields fields) {
        this.settings = settings;
        this.known = known;
        this.fields = fields;
    }

    Optional<Rule> read(JsonNode node, String path) {
        String field = node.path("field").asString("");
        Optional<Trait> trait = Trait.named(field);
        if (trait.isPresent()) {
            return trait.flatMap(one -> oneOf(node, path, one));
        }
        return switch (field) {
            case "customerBound" -> is(node, path, Rule.Customer::new);
            case "borrower" -> is(node, path, Rule.Borrower::new);
            case "claims" -> did(node, path, Act.CLAIMS);
            case "redemptions" -> did(node, path, Act.REDEMPTIONS);
            case "favourites" -> {
                fields.only(node, path, Set.of("field", "categories", "merchants"));
                yield Optional.of(new Rule.Likes(shops(node, path)));
            }
            case "distance" -> near(node, path);
            default ->
                fields.wrong(
                        path + ".field",
                        "unknown (expected: customerBound, borrower, gender, ageBand, tags, branch, claims, redemptions,"
                                + " favourites or distance; or a rule with all, any or not)");
        };
    }

    private Optional<Rule> oneOf(JsonNode node, String path, Trait trait) {
        fields.only(node, path, Set.of("field", "in"));
        if (!node.has("in")) {
            return fields.wrong(path + ".in", "missing (expected: 1 to " + settings.mostValues() + " values)");
        }
        return Optional.of(new Rule.OneOf(trait, fields.words(node, "in", path, settings.mostValues(), trait.word())));
    }

    private Optional<Rule> is(JsonNode node, String path, Function<Boolean, Rule> rule) {
        fields.only(node, path, Set.of("field", "is"));
        JsonNode is = node.path("is");
        return is.isBoolean()
                ? Optional.of(rule.apply(is.asBoolean()))
                : fields.wrong(path + ".is", "(expected: true or false)");
    }

    private Optional<Rule> did(JsonNode node, String path, Act act) {
        fields.only(node, path, Set.of("field", "atLeast", "atMost", "withinDays", "categories", "merchants"));
        boolean bounded = node.has("atMost");
        int atLeast = fields.number(node, "atLeast", path, 0, MOST_TIMES, bounded ? 0 : 1);
        Integer atMost = bounded ? fields.number(node, "atMost", path, atLeast, MOST_TIMES, null) : null;
        int withinDays = fields.number(node, "withinDays", path, 1, settings.horizonDays(), settings.horizonDays());
        return Optional.of(new Rule.Did(act, atLeast, atMost, withinDays, shops(node, path)));
    }

    private Shops shops(JsonNode node, String path) {
        Set<String> named = fields.words(node, "categories", path, Category.values().length, CATEGORY);
        Set<String> codes = named.stream().map(name -> Category.of(name).code()).collect(Collectors.toSet());
        return new Shops(codes, fields.words(node, "merchants", path, settings.mostValues(), ID));
    }

    private Optional<Rule> near(JsonNode node, String path) {
        fields.only(node, path, Set.of("field", "withinMeters", "branchId", "merchantId", "point"));
        int meters = fields.number(node, "withinMeters", path, NEAREST, FARTHEST, null);
        long centres =
                Stream.of("branchId", "merchantId", "point").filter(node::has).count();
        if (centres != 1) {
            return fields.wrong(path, "(expected: exactly one of branchId, merchantId and point)");
        }
        if (node.has("point")) {
            return point(node.get("point"), path + ".point")
                    .map(point -> new Rule.Near(new Centre(null, null, point), meters));
        }
        String name = node.has("branchId") ? "branchId" : "merchantId";
        String id = node.path(name).asString("");
        Centre centre = name.equals("branchId") ? new Centre(id, null, null) : new Centre(null, id, null);
        return ID.matcher(id).matches() && known.has(centre)
                ? Optional.of(new Rule.Near(centre, meters))
                : fields.wrong(path + "." + name, "(expected: one that there is)");
    }

    private Optional<GeoPoint> point(JsonNode node, String path) {
        if (!node.isObject()) {
            return fields.wrong(path, "(expected: {lat, lng, crs})");
        }
        fields.only(node, path, Set.of("lat", "lng", "crs"));
        Optional<Crs> crs = crs(node.get("crs"));
        boolean numbers = node.path("lat").isNumber() && node.path("lng").isNumber();
        if (!numbers || crs.isEmpty()) {
            return fields.wrong(path, "(expected: lat and lng as numbers, crs one of GCJ02, WGS84, BD09)");
        }
        double lat = node.path("lat").asDouble();
        double lng = node.path("lng").asDouble();
        return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
                ? Optional.of(GeoPoint.of(lat, lng, crs.get()))
                : fields.wrong(path, "(expected: lat -90..90, lng -180..180)");
    }

    private static Optional<Crs> crs(@Nullable JsonNode node) {
        String name = node == null ? Crs.GCJ02.name() : node.asString("");
        return Arrays.stream(Crs.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
