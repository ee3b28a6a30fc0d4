package org.canbao.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The DevTools protocol of a browser: calls with an answer, and events. */
final class DevTools implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECONDS = 60;
    private static final long PAUSE_MILLIS = 20;

    private final WebSocket socket;
    private final Incoming incoming;
    private final AtomicInteger calls = new AtomicInteger();

    private DevTools(WebSocket socket, Incoming incoming) {
        this.socket = socket;
        this.incoming = incoming;
    }

    /** An event: what happened in which page. */
    record Event(String session, String method, JsonNode parameters) {}

    static DevTools connect(URI address) {
        Incoming incoming = new Incoming();
        WebSocket socket =
                waited(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, incoming));
        return new DevTools(socket, incoming);
    }

    /** Calls a method of the browser, or of a page if a session is given, and waits for its answer. */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        incoming.answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        waited(socket.sendText(JSON.writeValueAsString(message), true));
        JsonNode result = waited(answer);
        if (result.has("error")) {
            throw new IllegalStateException(method + ": " + result.get("error"));
        }
        return result.path("result");
    }

    /** The events of a page so far. */
    List<Event> events(String session) {
        return incoming.events.stream().filter(e -> e.session().equals(session)).toList();
    }

    /** Waits until a page has had an event. */
    void await(String session, Predicate<Event> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (events(session).stream().noneMatch(wanted)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the page is not loaded after " + SECONDS + " seconds");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static <T> T waited(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer from the browser", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts messages together from their parts, and sorts answers from events. */
    private static final class Incoming implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final List<CharSequence> parts = new ArrayList<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.add(data.toString());
            if (last) {
                JsonNode message = JSON.readTree(String.join("", parts));
                parts.clear();
                if (message.has("id")) {
                    CompletableFuture<JsonNode> answer =
                            answers.remove(message.get("id").asInt());
                    answer.complete(message);
                } else {
                    events.add(new Event(
                            message.path("sessionId").asString(""),
                            message.path("method").asString(""),
                            message.path("params")));
                }
            }
            socket.request(1);
            return null;
        }
    }
}
