package org.linli.merchant.insight;

import org.bson.Document;

/** How entries and counts of a page are written in the store; entries with short names, there are many. */
final class PageCodec {
    private PageCodec() {}

    static DayPage.Entry entry(Document stored) {
        return new DayPage.Entry(
                stored.getInteger("o"),
                stored.getInteger("h"),
                Fact.Kind.valueOf(stored.getString("k")),
                stored.getLong("b"),
                stored.getLong("r"));
    }

    static Document document(DayPage.Entry entry) {
        Document document = new Document("o", entry.offer())
                .append("h", entry.hour())
                .append("k", entry.kind().name());
        if (entry.billFen() != null) {
            document.append("b", entry.billFen());
        }
        return document.append("r", entry.revision());
    }

    static DayPage.Count count(Document stored) {
        Document figures = stored.get("figures", Document.class);
        return new DayPage.Count(
                stored.getString("offerId"),
                stored.getInteger("hour"),
                new Figures(
                        figures.getLong("views"),
                        figures.getLong("claims"),
                        figures.getLong("redemptions"),
                        figures.getLong("newCustomers"),
                        figures.getLong("billed"),
                        figures.getLong("turnoverFen")));
    }

    static Document document(DayPage.Count count) {
        Figures figures = count.figures();
        return new Document("offerId", count.offerId())
                .append("hour", count.hour())
                .append(
                        "figures",
                        new Document("views", figures.views())
                                .append("claims", figures.claims())
                                .append("redemptions", figures.redemptions())
                                .append("newCustomers", figures.newCustomers())
                                .append("billed", figures.billed())
                                .append("turnoverFen", figures.turnoverFen()));
    }
}
