import { describe, expect, test } from "vitest";
import { type BodyReader, readBody } from "#lib/base/http/body.ts";

/** A request whose body is these chunks; it never ends when the last is null. */
function requestOf(chunks: (string | null)[], headers: Record<string, string> = {}): Request {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) if (chunk !== null) controller.enqueue(Buffer.from(chunk));
      if (!chunks.includes(null)) controller.close();
    },
  });
  return new Request("http://127.0.0.1/", {
    method: "POST",
    headers,
    body: stream,
    duplex: "half",
  } as RequestInit);
}

const reader: BodyReader = { limit: 6, milliseconds: 1_000 };

describe("a body", () => {
  test("is the bytes that come", async () => {
    expect(await readBody(requestOf(["abc", "def"]), reader)).toEqual(Buffer.from("abcdef"));
    expect(await readBody(new Request("http://127.0.0.1/", { method: "POST" }), reader)).toEqual(
      Buffer.alloc(0),
    );
  });

  test("is the same bytes however many they are, up to the last that it may have", async () => {
    const chunks = ["a", "b", "c", "d", "e"].map((letter) => letter.repeat(90_000));
    const body = await readBody(requestOf(chunks), { ...reader, limit: 450_000 });
    expect(body).toEqual(Buffer.from(chunks.join("")));
  });

  test("takes no more memory than it says that it has", async () => {
    const said = { "content-length": "90000" };
    const chunks = ["a".repeat(60_000), "b".repeat(30_000)];
    const body = await readBody(requestOf(chunks, said), { ...reader, limit: 450_000 });
    expect(body).toEqual(Buffer.from(chunks.join("")));
    expect((body as Buffer).buffer.byteLength).toBe(90_000);
  });

  test("waits for whoever hears it", async () => {
    const heard: string[] = [];
    const onChunk = async (chunk: Uint8Array) => {
      heard.push(`begins ${Buffer.from(chunk)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return heard.push(`ends ${Buffer.from(chunk)}`) > 0;
    };
    await readBody(requestOf(["a", "b"]), { ...reader, onChunk });
    expect(heard).toEqual(["begins a", "ends a", "begins b", "ends b"]);
  });

  test("is given up when it has more bytes than it may, whether or not it says so first", async () => {
    expect(await readBody(requestOf(["abcdef", "g", null]), reader)).toBe("too_large");
    expect(await readBody(requestOf([null], { "content-length": "7" }), reader)).toBe("too_large");
  });

  test("is given up when it takes too long", async () => {
    expect(await readBody(requestOf(["a", null]), { ...reader, milliseconds: 50 })).toBe("too_slow");
  });

  test("is heard as it comes, and given up when whoever hears it says so", async () => {
    const heard: number[] = [];
    const onChunk = (_: Uint8Array, size: number) => heard.push(size) < 2;
    expect(await readBody(requestOf(["a", "b", "c"]), { ...reader, onChunk })).toBe("refused");
    expect(heard).toEqual([1, 2]);
  });

  test("is not kept when only its bytes are to be heard", async () => {
    const heard: string[] = [];
    const onChunk = (chunk: Uint8Array) => heard.push(Buffer.from(chunk).toString()) > 0;
    expect(await readBody(requestOf(["a", "b"]), { ...reader, onChunk, keeps: false })).toEqual(
      Buffer.alloc(0),
    );
    expect(heard).toEqual(["a", "b"]);
  });
});
