// A mail server for one test: it takes every mail on a free port of this machine, keeps it in memory, and passes nothing on.
// It speaks as much SMTP as a courier without encryption needs.
import { createServer } from "node:net";

export async function openMailSink() {
  const mails = [];
  const waiting = new Set();
  const sockets = new Set();
  const arrived = (mail) => {
    mails.push(mail);
    for (const look of waiting) look();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, arrived);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));

  return {
    port: server.address().port,
    mails,

    // The first mail that fits, when it has come.
    next(fits, ms_max = 180_000) {
      return new Promise((done, failed) => {
        const end = () => {
          clearTimeout(late);
          waiting.delete(look);
        };
        const look = () => {
          const mail = mails.find(fits);
          if (mail === undefined) return;
          end();
          done(mail);
        };
        const late = setTimeout(() => {
          end();
          failed(new Error(`no such mail; ${mails.length} came: ${mails.map(({ headers }) => headers.subject).join(", ")}`));
        }, ms_max);
        waiting.add(look);
        look();
      });
    },

    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

function serve(socket, arrived) {
  let rest = Buffer.alloc(0);
  let letter = null; // lines of the mail, while it is told
  let envelope = { from: "", to: [] };
  const say = (line) => socket.write(`${line}\r\n`);
  const heard = (line) => {
    if (letter !== null) {
      if (line !== ".") {
        letter.push(line.startsWith("..") ? line.slice(1) : line);
        return;
      }
      arrived({ ...envelope, ...read(letter) });
      letter = null;
      say("250 kept");
      return;
    }
    const [verb = ""] = line.toUpperCase().split(/[ :]/);
    if (verb === "EHLO" || verb === "HELO") say("250 sink");
    else if (verb === "MAIL") {
      envelope = { from: between(line), to: [] };
      say("250 ok");
    } else if (verb === "RCPT") {
      envelope.to.push(between(line));
      say("250 ok");
    } else if (verb === "DATA") {
      letter = [];
      say("354 go on");
    } else if (verb === "QUIT") {
      say("221 bye");
      socket.end();
    } else say(verb === "RSET" || verb === "NOOP" ? "250 ok" : "502 not here");
  };
  say("220 sink");
  socket.on("data", (more) => {
    rest = Buffer.concat([rest, more]);
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.subarray(0, end).toString("utf8");
      rest = rest.subarray(end + 2);
      heard(line);
    }
  });
}

const between = (line) => /<([^>]*)>/.exec(line)?.[1] ?? "";

// Headers by their small names, unfolded, and the words as a person reads them: every part that is text, decoded.
function read(lines) {
  const { headers, body } = split(lines);
  const words = textOf(headers, body);
  return { headers: { ...headers, subject: decodedWords(headers.subject ?? "") }, text: words.plain, html: words.html };
}

function split(lines) {
  const gap = lines.indexOf("");
  const head = lines.slice(0, gap < 0 ? lines.length : gap);
  const headers = {};
  for (const line of head.join("\n").replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: gap < 0 ? [] : lines.slice(gap + 1) };
}

function textOf(headers, body) {
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    const text = decoded(body.join("\n"), (headers["content-transfer-encoding"] ?? "").toLowerCase());
    return /html/i.test(type) ? { plain: "", html: text } : { plain: text, html: "" };
  }
  const found = { plain: "", html: "" };
  let part = null;
  for (const line of body) {
    if (line.startsWith(`--${boundary}`)) {
      if (part !== null) add(found, part);
      part = [];
    } else part?.push(line);
  }
  return found;
}

function add(found, lines) {
  const { headers, body } = split(lines);
  const { plain, html } = textOf(headers, body);
  found.plain += plain;
  found.html += html;
}

function decoded(text, how) {
  if (how === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (how !== "quoted-printable") return text;
  const joined = text.replace(/=\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /[^\x00-\xff]/.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}

function decodedWords(text) {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, word) =>
      how.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : decoded(word.replaceAll("_", " "), "quoted-printable"),
    );
}
