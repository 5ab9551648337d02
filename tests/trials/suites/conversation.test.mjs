// The clients of tests/integration, each on a demo evening of its own: the conversation in the JSON subprotocol, also
// with the server killed and started again in the middle, and the newcomer's client in the other.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { demoServer, root } from "../support/server.mjs";

const conversation = "tests/integration/json_conversation.mjs";
const newcomer = "tests/integration/newcomer/newcomer.mjs";

// Resolves to how it ended and what it complained of; `said` hears each of its lines.
async function converse(server, script, options = [], said = () => {}) {
  const talk = spawn(process.execPath, [join(root, script), server.links_file, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const late = setTimeout(() => talk.kill(), 60_000);
  let complaints = "";
  talk.stderr.on("data", (text) => (complaints += text));
  createInterface({ input: talk.stdout }).on("line", said);
  const [code, signal] = await new Promise((done) => talk.once("close", (...end) => done(end)));
  clearTimeout(late);
  return { end: code ?? signal, complaints };
}

async function evening(t) {
  const server = await demoServer();
  t.after(() => server.end());
  await server.start();
  return server;
}

test("two mothers and a moderator talk, and resume after losing their connections", async (t) => {
  const server = await evening(t);
  assert.deepEqual(await converse(server, conversation), { end: 0, complaints: "" });
});

test("two mothers and a moderator talk, and resume after the server was killed", async (t) => {
  const server = await evening(t);
  let restarted = null;
  const said = (line) => {
    if (line.startsWith("now end the server")) restarted = server.kill().then(() => server.start());
  };
  assert.deepEqual(await converse(server, conversation, ["--interrupted"], said), { end: 0, complaints: "" });
  assert.ok(restarted, "the server was never ended");
  await restarted;
});

test("a client of another protobuf implementation, written from the protocol's README, talks and resumes", async (t) => {
  const server = await evening(t);
  assert.deepEqual(await converse(server, newcomer), { end: 0, complaints: "" });
});
