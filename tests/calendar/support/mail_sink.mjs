// A mail server that takes everything, on a free port of this machine.
import { createServer } from "node:net";

export async function mailSink(t) {
  const mails = [];
  const waiting = [];
  const taken = (mail) => {
    mails.push(mail);
    for (const look of waiting) look();
  };
  const server = createServer((socket) => converse(socket, taken));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  /** The mail by number, as soon as it is there. */
  const mail = (number) => new Promise((done) => {
    const look = () => mails.length > number && done(mails[number]);
    waiting.push(look);
    look();
  });
  return { port: server.address().port, mails, mail };
}

function converse(socket, taken) {
  let text = "";
  let to = "";
  let inside = false;
  socket.on("error", () => {});
  socket.write("220 sink\r\n");
  socket.on("data", (bytes) => {
    text += bytes;
    for (;;) {
      const end = text.indexOf(inside ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const said = text.slice(0, end);
      text = text.slice(end + (inside ? 5 : 2));
      if (inside) taken({ to, text: said });
      if (said.startsWith("RCPT TO:")) to = said.slice(9, said.indexOf(">"));
      const begins = !inside && said === "DATA";
      socket.write(begins ? "354 go ahead\r\n" : "250 ok\r\n");
      inside = begins;
      if (said === "QUIT") socket.end();
    }
  });
}

/** Unfolded. */
export function header(mail, name) {
  const head = mail.text.slice(0, mail.text.indexOf("\r\n\r\n")).replace(/\r\n[ \t]/g, " ");
  const line = head.split("\r\n").find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  return line?.slice(name.length + 2);
}

/** The body's parts, decoded from quoted-printable. */
export function parts(mail) {
  const boundary = /boundary="([^"]+)"/.exec(header(mail, "Content-Type"))[1];
  const decoded = (part) => Buffer.from(
    part.slice(part.indexOf("\r\n\r\n") + 4).replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8");
  return mail.text.split(`--${boundary}`).slice(1, -1).map(decoded);
}
