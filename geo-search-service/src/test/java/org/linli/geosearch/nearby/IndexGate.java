package org.linli.geosearch.nearby;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to Elasticsearch that can be cut and joined again. */
final class IndexGate implements AutoCloseable {
    private final URI target;
    private final ServerSocket door;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    private IndexGate(URI target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    static IndexGate to(String url) throws IOException {
        IndexGate gate = new IndexGate(URI.create(url), new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        start(gate::accept);
        return gate;
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    void open() {
        open = true;
    }

    @Override
    public void close() {
        open = false;
        passing.forEach(IndexGate::end);
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                if (open) {
                    Socket index = new Socket(target.getHost(), target.getPort());
                    passing.add(caller);
                    passing.add(index);
                    start(() -> copy(caller, index));
                    start(() -> copy(index, caller));
                } else {
                    end(caller);
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // cut
        } finally {
            passing.remove(from);
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // is closed
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "index-gate");
        thread.setDaemon(true);
        thread.start();
    }
}
