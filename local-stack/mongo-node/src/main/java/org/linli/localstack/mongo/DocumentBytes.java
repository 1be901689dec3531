package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Documents are kept as BSON bytes, not as objects: a commit copies bytes instead of serialising neighbours again, and
 * every reader gets a document of its own that no update can change under its hands.
 */
final class DocumentBytes {

    private static final int USUAL_SIZE = 512;
    private static final int USUAL_VALUE_SIZE = 32;

    private DocumentBytes() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL_SIZE);
        BsonEncoder.encodeDocument(document, buffer);
        return taken(buffer);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** One value with its type in front. */
    static byte[] encodeValue(Object value) {
        ByteBuf buffer = Unpooled.buffer(USUAL_VALUE_SIZE);
        byte type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        BsonEncoder.encodeValue(type, value, buffer);
        return taken(buffer);
    }

    static Object decodeValue(byte[] bytes) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        return BsonDecoder.decodeValue(buffer.readByte(), buffer);
    }

    private static byte[] taken(ByteBuf buffer) {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }
}
