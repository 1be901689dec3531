package org.linli.wechat.callback;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.linli.starter.web.ProblemException;

/**
 * Reads a whole document with a parser that knows no DTD and no entities, before any other parser sees it. What WeChat
 * never sends - attributes, deep nesting, thousands of elements - is refused as well: XStream gives them meaning.
 */
final class SafeXml {
    private static final int DEEPEST = 12;
    private static final int MOST_ELEMENTS = 2_000;
    private static final XMLInputFactory FACTORY = hardened();

    private SafeXml() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    /** @throws ProblemException malformed-body */
    static String checked(byte[] body) {
        try {
            return checked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw Refusals.malformedBody();
        }
    }

    /** @throws ProblemException malformed-body */
    static String checked(String xml) {
        walk(xml, (name, depth, text) -> {});
        return xml;
    }

    /** The text of a direct child of the root; empty when there is none. */
    static String child(String xml, String name) {
        StringBuilder found = new StringBuilder();
        walk(xml, (element, depth, text) -> {
            if (depth == 2 && element.equals(name) && found.isEmpty()) {
                found.append(text);
            }
        });
        return found.toString();
    }

    private interface Visitor {
        void text(String element, int depth, String text);
    }

    private static void walk(String xml, Visitor visitor) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            int elements = 0;
            String element = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        element = reader.getLocalName();
                        if (++depth > DEEPEST || ++elements > MOST_ELEMENTS || reader.getAttributeCount() > 0) {
                            throw Refusals.malformedBody();
                        }
                        requireRoot(depth, element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        element = "";
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        visitor.text(element, depth, reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusals.malformedBody();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw Refusals.malformedBody();
        }
    }

    private static void requireRoot(int depth, String element) {
        if (depth == 1 && !element.equals("xml")) {
            throw Refusals.malformedBody();
        }
    }
}
