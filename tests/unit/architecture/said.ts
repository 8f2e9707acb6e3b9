import { importsOf, ownFiles, read } from "./sources.ts";

// Which messages the code can say, as far as its text tells: a namespace that a file opens, and what it or a file near it asks for there.

/** How a file opens a namespace: by name, all of them, or that of one of the lists. */
const opening =
  /(?:use|get)Translations(?:<[^>]*>)?\(\s*(?:"(?<name>[^"]+)"|(?<list>\w[\w.]*))?\s*\)|namespace: "(?<named>[^"]+)"|createTranslator\(/g;

/** Keys of these are said where somebody is refused, by whoever shows the refusal. */
const saidFromAnywhere = ["errors", "validation"];

/** A key that is not written where it is said: `t(view)`, `t(isNew ? "new" : "old")`. */
function hasOpenCall(text: string): boolean {
  const names = [...text.matchAll(/(\w+) = (?:await )?(?:use|get)Translations\b/g)].map(([, name]) => name);
  return new RegExp(String.raw`\b(?:${["t", ...names].join("|")})(?:\.\w+)?\((?!["\`)])`).test(text);
}

interface Text {
  openings: string[];
  literals: Set<string>;
  words: Set<string>;
  templates: RegExp[];
  /** Whether it says what is not written in it. */
  says: boolean;
}

/**
 * Makes a function that answers whether any code can say a message.
 *
 * @param lists the namespaces that are opened by the name of a list
 */
export function whatIsSaid(lists: readonly string[]): (path: string) => boolean {
  const files = ownFiles(".ts", ".tsx").filter(
    (file) => /^(app|components|lib|scripts)\//.test(file) || file === "proxy.ts",
  );
  const texts = new Map(files.map((file) => [file, textOf(read(file), lists)]));
  const words = new Set([...texts.values()].flatMap((text) => [...text.words]));
  const nearby = neighbours(files);
  const rooms = new Map<string, Text[]>();
  for (const [file, { openings }] of texts)
    for (const name of openings) rooms.set(name, [...(rooms.get(name) ?? []), ...nearby(file).map(textIn)]);
  for (const name of saidFromAnywhere) rooms.set(name, [...texts.values()]);

  function textIn(file: string): Text {
    return texts.get(file) as Text;
  }

  function isAskedFor(namespace: string, key: string): boolean {
    return (rooms.get(namespace) ?? []).some(
      ({ literals, templates, says, openings }) =>
        literals.has(key) ||
        (says && openings.includes(namespace) && words.has(key)) ||
        templates.some((template) =>
          template
            .exec(key)
            ?.slice(1)
            .every((part) => words.has(part)),
        ),
    );
  }

  return (path) => {
    const parts = path.split(".");
    return parts.some((_, at) => isAskedFor(parts.slice(0, at).join("."), parts.slice(at).join(".")));
  };
}

function textOf(text: string, lists: readonly string[]): Text {
  const literals = new Set([...text.matchAll(/"([^"\n\\]*)"/g)].map(([, literal = ""]) => literal));
  // A topic such as "orders/create" is said as "orders_create".
  const joined = [...literals].map((literal) => literal.replace(/[./]/g, "_"));
  const openings = [...text.matchAll(opening)].flatMap(({ groups: { name, named, list } = {} }) =>
    list ? lists : [name ?? named ?? ""],
  );
  return {
    openings,
    literals,
    words: new Set([...(text.match(/[A-Za-z_$][\w$]*/g) ?? []), ...joined]),
    templates: [...text.matchAll(/\w\(\s*`([\w.]*(?:\$\{[^}]*\}[\w.]*)+)`/g)].map(([, body = ""]) =>
      templateOf(body),
    ),
    says: hasOpenCall(text),
  };
}

/** "columns.${id}" is any key under "columns". */
function templateOf(body: string): RegExp {
  const fixed = body.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${fixed.join("([A-Za-z_]\\w*)")}$`);
}

/** A file, who imports it, and what these import. */
function neighbours(files: string[]): (file: string) => string[] {
  const known = new Set(files);
  const imports = new Map(
    files.map((file) => [
      file,
      importsOf(file, read(file)).flatMap(({ target }) => (known.has(target) ? [target] : [])),
    ]),
  );
  return (file) => {
    const here = [file, ...files.filter((other) => imports.get(other)?.includes(file))];
    return [...new Set([...here, ...here.flatMap((one) => imports.get(one) ?? [])])];
  };
}
