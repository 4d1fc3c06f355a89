// An HTTP handler in JavaScript: headers, a streamed body, an error, and a request to another server.
addEventListener("fetch", (event) => event.respondWith(handle(event.request)));

async function handle(request) {
  const url = new URL(request.url);
  switch (url.pathname) {
    case "/hello":
      return new Response("hello\n");
    case "/headers":
      return Response.json(
        { method: request.method, x: request.headers.get("x-a"), path: url.pathname + url.search },
        { status: 201, headers: { "x-b": "1" } });
    case "/stream":
      return new Response(stream(["one ", "two ", "three\n"]));
    case "/echo":
      return new Response(request.body);
    case "/error":
      throw new Error("it is broken");
    case "/world": {
      console.log("asked for the world");
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      return Response.json({ sane: Math.abs(Date.now() - 1.7e12) < 1e12, random: new Set(bytes).size > 4 });
    }
    case "/fetch": {
      const answer = await fetch(request.headers.get("x-to"));
      return new Response(`${answer.status} ${await answer.text()}`);
    }
    default:
      return new Response("not found\n", { status: 404 });
  }
}

// Each part but the first comes after a pause, which is a timer of the host.
function stream(parts) {
  const encoder = new TextEncoder();
  let first = true;
  return new ReadableStream({
    async pull(controller) {
      if (parts.length === 0) {
        controller.close();
        return;
      }
      if (!first) await new Promise((resolve) => setTimeout(resolve, 50));
      first = false;
      controller.enqueue(encoder.encode(parts.shift()));
    },
  });
}
