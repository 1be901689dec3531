package org.linli.sandbox.wechat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the follower sees. {@code none}: the platform answered, but with nothing to show. */
record Reply(String type, @Nullable String content, List<Article> articles) {
    record Article(String title, String description, String picUrl, String url) {}

    static final Reply NONE = new Reply("none", null, List.of());

    /** The follower would read that the account's service is out of order. */
    static Reply broken(RuntimeException cause) {
        return new Reply("broken", cause.getMessage(), List.of());
    }

    static boolean isSilent(String body) {
        return body.isBlank() || body.strip().equals("success");
    }

    /** @throws IllegalArgumentException when the answer is not XML */
    static Reply read(String xml) {
        Element root = parse(xml);
        List<Article> articles = new ArrayList<>();
        NodeList items = root.getElementsByTagName("item");
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            articles.add(new Article(
                    text(item, "Title"), text(item, "Description"), text(item, "PicUrl"), text(item, "Url")));
        }
        String content = text(root, "Content");
        return new Reply(text(root, "MsgType"), content.isEmpty() ? null : content, articles);
    }

    static boolean isEncrypted(String xml) {
        return !text(parse(xml), "Encrypt").isEmpty();
    }

    static String field(String xml, String name) {
        return text(parse(xml), name);
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException("reply is not XML: " + e.getMessage(), e);
        }
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
