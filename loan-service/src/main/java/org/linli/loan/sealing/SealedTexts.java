package org.linli.loan.sealing;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.starter.crypto.FieldCipher;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/**
 * Seals texts of the documents of one kind. Only whole documents pass here: such a text is never changed by an update of
 * its field alone. What was stored in clear before is read as it is, and sealed when the document is written next.
 */
public abstract class SealedTexts<E> extends AbstractMongoEventListener<E> {
    private static final String SEALED = "e2:";

    private final FieldCipher cipher;
    private final String collection;

    protected SealedTexts(FieldCipher cipher, String collection) {
        this.cipher = cipher;
        this.collection = collection;
    }

    /** Something is done with each text. */
    protected interface Each {
        /**
         * @param holder in which the text is
         * @param path of the field in the document, as {@link FieldCipher#field} wants it
         * @param owner to whom the value is bound
         */
        void text(Document holder, String key, String path, String owner);
    }

    /** Names the texts of a document. */
    protected abstract void texts(Document document, String id, Each each);

    @Override
    public final void onBeforeSave(BeforeSaveEvent<E> event) {
        Document document = event.getDocument();
        if (document != null) {
            each(document, (holder, key, path, owner) -> {
                if (holder.get(key) instanceof String text) {
                    holder.put(key, cipher.field(collection, path).encrypt(owner, text));
                }
            });
        }
    }

    @Override
    public final void onAfterLoad(AfterLoadEvent<E> event) {
        Document document = event.getDocument();
        if (document != null) {
            each(document, (holder, key, path, owner) -> {
                if (holder.get(key) instanceof String text && text.startsWith(SEALED)) {
                    holder.put(key, cipher.field(collection, path).decrypt(owner, text));
                }
            });
        }
    }

    private void each(Document document, Each each) {
        Object id = document.get("_id");
        if (id != null) {
            texts(document, id.toString(), each);
        }
    }

    /** A part of the document, if it is there. */
    protected static @Nullable Document part(@Nullable Document document, String key) {
        return document != null && document.get(key) instanceof Document found ? found : null;
    }
}
