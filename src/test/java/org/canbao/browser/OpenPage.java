package org.canbao.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A page that is open in a browser. */
final class OpenPage implements AutoCloseable {
    /** What a page says on the console when something is wrong, resources that cannot be loaded among it. */
    private static final List<String> COMPLAINTS = List.of("Runtime.exceptionThrown", "Log.entryAdded");

    private static final int MOST_PIXELS = 8000;

    private final DevTools tools;
    private final String target;
    private final String session;
    private final int width;

    private OpenPage(DevTools tools, String target, String session, int width) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        this.width = width;
    }

    static OpenPage open(DevTools tools, URI address, int width, int height) {
        String target = tools.call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        String session = tools.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tools.call(session, domain + ".enable", Map.of());
        }
        tools.call(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        tools.call(session, "Page.navigate", Map.of("url", address.toString()));
        tools.await(session, e -> e.method().equals("Page.loadEventFired"));
        return new OpenPage(tools, target, session, width);
    }

    /** What it complained of: exceptions, errors of the console, files that could not be loaded. */
    List<String> complaints() {
        return tools.events(session).stream()
                .filter(e -> COMPLAINTS.contains(e.method())
                        || (e.method().equals("Runtime.consoleAPICalled")
                                && List.of("error", "warning", "assert")
                                        .contains(e.parameters().path("type").asString("")))
                        || e.method().equals("Network.loadingFailed"))
                .map(e -> e.method() + " " + e.parameters())
                .toList();
    }

    /** Addresses of everything that it loaded from elsewhere than itself. */
    List<String> requests() {
        return tools.events(session).stream()
                .filter(e -> e.method().equals("Network.requestWillBeSent"))
                .map(e -> e.parameters().path("request").path("url").asString(""))
                .filter(url -> !url.startsWith("data:"))
                .toList();
    }

    /** The value of an expression of JavaScript. */
    JsonNode value(String expression) {
        JsonNode answer = tools.call(
                session,
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** What it looks like, from its top to its end, or as far as a picture may reach. */
    byte[] screenshot() {
        int height = Math.min(
                MOST_PIXELS, value("document.documentElement.scrollHeight").asInt());
        Map<String, Integer> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        String data = tools.call(
                        session,
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
                .get("data")
                .asString();
        return Base64.getDecoder().decode(data);
    }

    /** The same as pixels. */
    BufferedImage picture() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(screenshot()));
    }

    /** The page on paper. */
    byte[] pdf() {
        String data = tools.call(session, "Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data")
                .asString();
        return Base64.getDecoder().decode(data);
    }

    @Override
    public void close() {
        tools.call(null, "Target.closeTarget", Map.of("targetId", target));
    }
}
