// Answers HTTP requests; what it does is said by the path. The canonical ABI written by hand.
typedef unsigned char u8;
typedef unsigned u32;
typedef unsigned long long u64;

extern u8 __heap_base;
static u32 top;

__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, u32 old_size, u32 align, u32 new_size) {
  if (!top) top = (u32)&__heap_base;
  u32 p = (top + align - 1) & ~(align - 1), end = p + new_size, have = __builtin_wasm_memory_size(0) * 65536u;
  if (end > have && __builtin_wasm_memory_grow(0, (end - have + 65535u) / 65536u) == (unsigned long)-1) __builtin_trap();
  top = end;
  for (u32 i = 0; i < old_size && i < new_size; i++) ((u8 *)p)[i] = ((u8 *)old)[i];
  return (void *)p;
}

#define FROM(module, name) __attribute__((import_module(module), import_name(name)))
#define TYPES(name) FROM("wasi:http/types@0.2.12", name)
#define STREAMS(name) FROM("wasi:io/streams@0.2.12", name)

TYPES("[method]incoming-request.method") void request_method(u32 self, void *ret);
TYPES("[method]incoming-request.path-with-query") void request_path(u32 self, void *ret);
TYPES("[method]incoming-request.headers") u32 request_headers(u32 self);
TYPES("[method]incoming-request.consume") void request_consume(u32 self, void *ret);
TYPES("[resource-drop]incoming-request") void request_drop(u32 self);
TYPES("[constructor]fields") u32 fields_new(void);
TYPES("[method]fields.entries") void fields_entries(u32 self, void *ret);
TYPES("[method]fields.get") void fields_get(u32 self, const char *name, u32 length, void *ret);
TYPES("[method]fields.append") void fields_append(u32 self, const char *name, u32 n, const char *value, u32 v, void *ret);
TYPES("[resource-drop]fields") void fields_drop(u32 self);
TYPES("[method]incoming-body.stream") void incoming_stream(u32 self, void *ret);
TYPES("[static]incoming-body.finish") u32 incoming_finish(u32 self);
TYPES("[method]future-trailers.subscribe") u32 trailers_subscribe(u32 self);
TYPES("[method]future-trailers.get") void trailers_get(u32 self, void *ret);
TYPES("[resource-drop]future-trailers") void trailers_drop(u32 self);
TYPES("[constructor]outgoing-response") u32 response_new(u32 headers);
TYPES("[method]outgoing-response.set-status-code") u32 response_status(u32 self, u32 status);
TYPES("[method]outgoing-response.body") void response_body(u32 self, void *ret);
TYPES("[static]response-outparam.set") void outparam_set(u32 out, u32 is_error, u32 a, u32 b, u64 c, u32 d, u32 e, u32 f, u32 g);
TYPES("[method]response-outparam.send-informational") void outparam_inform(u32 out, u32 status, u32 headers, void *ret);
TYPES("[resource-drop]response-outparam") void outparam_drop(u32 out);
TYPES("[method]outgoing-body.write") void body_write(u32 self, void *ret);
TYPES("[static]outgoing-body.finish") void body_finish(u32 self, u32 has_trailers, u32 trailers, void *ret);
TYPES("[resource-drop]outgoing-body") void body_drop(u32 self);
TYPES("[constructor]outgoing-request") u32 out_request_new(u32 headers);
TYPES("[method]outgoing-request.set-scheme") u32 out_request_scheme(u32 self, u32 some, u32 scheme, const char *name, u32 n);
TYPES("[method]outgoing-request.set-authority") u32 out_request_authority(u32 self, u32 some, const char *text, u32 n);
TYPES("[method]future-incoming-response.subscribe") u32 future_subscribe(u32 self);
TYPES("[method]future-incoming-response.get") void future_get(u32 self, void *ret);
TYPES("[resource-drop]future-incoming-response") void future_drop(u32 self);
TYPES("[method]incoming-response.status") u32 in_response_status(u32 self);
TYPES("[method]incoming-response.consume") void in_response_consume(u32 self, void *ret);
TYPES("[resource-drop]incoming-response") void in_response_drop(u32 self);
TYPES("[resource-drop]incoming-body") void incoming_drop(u32 self);
FROM("wasi:http/outgoing-handler@0.2.12", "handle") void outgoing_handle(u32 request, u32 some, u32 options, void *ret);
STREAMS("[method]output-stream.blocking-write-and-flush") void out_write(u32 self, const void *bytes, u32 n, void *ret);
STREAMS("[method]output-stream.blocking-splice") void out_splice(u32 self, u32 in, u64 n, void *ret);
STREAMS("[resource-drop]output-stream") void out_drop(u32 self);
STREAMS("[resource-drop]input-stream") void in_drop(u32 self);
FROM("wasi:io/error@0.2.12", "[resource-drop]error") void error_drop(u32 self);
FROM("wasi:io/poll@0.2.12", "[method]pollable.block") void poll_block(u32 self);
FROM("wasi:io/poll@0.2.12", "[resource-drop]pollable") void poll_drop(u32 self);

struct text { const char *at; u32 n; };
static u64 area[8];
static u8 *const ret = (u8 *)area;
#define WORD(i) (((u32 *)area)[i])

static int is(struct text t, const char *s) {
  u32 i = 0;
  for (; i < t.n && s[i]; i++) if (t.at[i] != s[i]) return 0;
  return i == t.n && !s[i];
}
static u32 length(const char *s) { u32 n = 0; while (s[n]) n++; return n; }

static void wait(u32 pollable) { poll_block(pollable); poll_drop(pollable); }
static void header(u32 fields, const char *name, struct text value) { fields_append(fields, name, length(name), value.at, value.n, ret); }

// 0 when it was written; the blocking function takes at most 4,096 bytes.
static int write(u32 out, const void *bytes, u32 n) {
  for (u32 i = 0; i < n; i += 4096) {
    out_write(out, (const u8 *)bytes + i, n - i < 4096 ? n - i : 4096, ret);
    if (ret[0]) { if (!ret[4]) error_drop(WORD(2)); return 1; }
  }
  return 0;
}
static int say(u32 out, const char *s) { return write(out, s, length(s)); }

static u32 body_of(u32 response) { response_body(response, ret); return WORD(1); }
static u32 stream_of(u32 body) { body_write(body, ret); return WORD(1); }
static void begin(u32 outparam, u32 response) { outparam_set(outparam, 0, response, 0, 0, 0, 0, 0, 0); }
static void end(u32 out, u32 body) { out_drop(out); body_finish(body, 0, 0, ret); }

static void splice(u32 out, u32 in) {
  for (;;) {
    out_splice(out, in, 65536, ret);
    if (ret[0]) { if (!ret[8]) error_drop(WORD(3)); return; }
  }
}

static void greet(u32 outparam) {
  u32 fields = fields_new();
  struct text type = {"text/plain", 10}, n = {"6", 1};
  header(fields, "content-type", type);
  header(fields, "content-length", n);
  u32 response = response_new(fields), body = body_of(response);
  begin(outparam, response);
  u32 out = stream_of(body);
  say(out, "hello\n");
  end(out, body);
}

static const char *const METHODS[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};

// The method, the path and the headers, as lines.
static void show(u32 request, struct text path, u32 outparam) {
  u32 fields = fields_new();
  struct text one = {"1", 1}, two = {"2", 1};
  header(fields, "X-Twice", one);
  header(fields, "x-twice", two);
  u32 response = response_new(fields), body = body_of(response);
  response_status(response, 201);
  begin(outparam, response);
  u32 out = stream_of(body);
  request_method(request, ret);
  if (ret[0] < 9) say(out, METHODS[ret[0]]); else { u32 at = WORD(1), n = WORD(2); write(out, (void *)at, n); }
  say(out, " ");
  write(out, path.at, path.n);
  say(out, "\n");
  u32 headers = request_headers(request);
  fields_entries(headers, ret);
  struct { struct text name, value; } *entries = (void *)WORD(0);
  u32 count = WORD(1);
  for (u32 i = 0; i < count; i++) {
    write(out, entries[i].name.at, entries[i].name.n);
    say(out, ": ");
    write(out, entries[i].value.at, entries[i].value.n);
    say(out, "\n");
  }
  fields_drop(headers);
  end(out, body);
}

// Sends the body back as it comes, and what follows it.
static void echo(u32 request, u32 outparam) {
  u32 response = response_new(fields_new()), body = body_of(response);
  begin(outparam, response);
  u32 out = stream_of(body);
  request_consume(request, ret);
  u32 received = WORD(1);
  incoming_stream(received, ret);
  u32 in = WORD(1);
  splice(out, in);
  in_drop(in);
  u32 future = incoming_finish(received);
  wait(trailers_subscribe(future));
  trailers_get(future, ret);
  int has = ret[0] && !ret[8] && !ret[16] && ret[24];
  u32 trailers = WORD(7);
  trailers_drop(future);
  out_drop(out);
  body_finish(body, has, trailers, ret);
}

static void endless(u32 outparam) {
  static u8 bytes[4096];
  u32 response = response_new(fields_new()), body = body_of(response);
  begin(outparam, response);
  u32 out = stream_of(body);
  while (!write(out, bytes, sizeof bytes)) {}
  out_drop(out);
  body_drop(body);
}

// Says that more comes than does.
static void brief(u32 outparam) {
  u32 fields = fields_new();
  struct text n = {"10", 2};
  header(fields, "content-length", n);
  u32 response = response_new(fields), body = body_of(response);
  begin(outparam, response);
  u32 out = stream_of(body);
  say(out, "abc");
  end(out, body);
}

// Ends without ending the body, of which it has written a part or nothing.
static void leave(u32 outparam, const char *part) {
  u32 response = response_new(fields_new()), body = body_of(response);
  begin(outparam, response);
  say(stream_of(body), part);
}

static void inform(u32 outparam) {
  u32 fields = fields_new();
  struct text link = {"</style.css>; rel=preload", 25};
  header(fields, "link", link);
  outparam_inform(outparam, 103, fields, ret);
  greet(outparam);
}

// Answers what the server of the header x-to answers, or its error.
static void forward(u32 request, u32 outparam) {
  u32 headers = request_headers(request);
  fields_get(headers, "x-to", 4, ret);
  struct text to = *(struct text *)WORD(0);
  fields_drop(headers);
  u32 asked = out_request_new(fields_new());
  out_request_scheme(asked, 1, 0, 0, 0);
  out_request_authority(asked, 1, to.at, to.n);
  outgoing_handle(asked, 0, 0, ret);
  if (ret[0]) { outparam_set(outparam, 1, ret[8], 0, 0, 0, 0, 0, 0); return; }
  u32 future = WORD(2);
  wait(future_subscribe(future));
  future_get(future, ret);
  future_drop(future);
  if (ret[16]) { outparam_set(outparam, 1, ret[24], 0, 0, 0, 0, 0, 0); return; }
  u32 answer = WORD(6);
  u32 response = response_new(fields_new()), body = body_of(response);
  response_status(response, in_response_status(answer));
  begin(outparam, response);
  u32 out = stream_of(body);
  in_response_consume(answer, ret);
  u32 received = WORD(1);
  incoming_stream(received, ret);
  u32 in = WORD(1);
  splice(out, in);
  in_drop(in);
  incoming_drop(received);
  in_response_drop(answer);
  end(out, body);
}

__attribute__((export_name("wasi:http/incoming-handler@0.2.12#handle"))) void handle(u32 request, u32 outparam) {
  request_path(request, ret);
  struct text path = {0, 0};
  if (ret[0]) { path.at = (const char *)WORD(1); path.n = WORD(2); }
  if (is(path, "/echo")) echo(request, outparam);
  else if (is(path, "/hello")) greet(outparam);
  else if (is(path, "/endless")) endless(outparam);
  else if (is(path, "/brief")) brief(outparam);
  else if (is(path, "/leave")) leave(outparam, "");
  else if (is(path, "/leave-part")) leave(outparam, "part");
  else if (is(path, "/inform")) inform(outparam);
  else if (is(path, "/forward")) forward(request, outparam);
  else if (is(path, "/nothing")) outparam_drop(outparam);
  else if (is(path, "/trap")) __builtin_trap();
  else if (is(path, "/spin")) for (volatile u32 i = 0;; i++) {}
  else if (is(path, "/error")) outparam_set(outparam, 1, 38, 1, (u32) "it is broken", 12, 0, 0, 0);
  else show(request, path, outparam);
  request_drop(request);
}
