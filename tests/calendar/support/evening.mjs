// A demo evening on the real server, with everybody signed in, and two ways to talk to its calendar: plain JSON, and a
// Connect client whose messages come from the .proto files themselves.
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { demoServer, root } from "../../trials/support/server.mjs";

function describedService(name) {
  const folder = mkdtempSync(join(tmpdir(), "nightlight-descriptors-"));
  const file = join(folder, "all");
  try {
    execFileSync("protoc", ["-I", join(root, "protocol"), "--include_imports", "--descriptor_set_out", file,
      "nightlight/api/v1/calendar.proto"]);
    const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(file)));
    return { registry, service: registry.getService(name) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const { registry, service } = describedService("nightlight.api.v1.CalendarService");

async function enter(base, link) {
  const call = async (method, body) => {
    const answer = await fetch(`${base}/nightlight.api.v1.SessionService/${method}`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    });
    return answer.json();
  };
  const invitation = link.slice(link.lastIndexOf("/") + 1);
  const { suggestedName: name, guidelines } = await call("Look", { invitation, language: "en" });
  const { token } = await call("Enter", {
    invitation, name, guidelinesVersion: guidelines.version, language: "en", keeping: "KEEPING_BEARER",
  });
  if (!token) throw new Error(`${name} could not come in`);
  return token;
}

/** `tokens` and `as(who)`: a Connect client for "facilitator", "mother" or "mother2". `settings` by their environment. */
export async function evening(t, settings = {}) {
  const server = await demoServer();
  t.after(() => server.end());
  Object.assign(server.options.env, settings);
  await server.start();
  const base = `http://127.0.0.1:${server.port}`;
  const links = JSON.parse(readFileSync(server.links_file, "utf8"));
  const tokens = {};
  for (const who of ["facilitator", "mother", "mother2"]) tokens[who] = await enter(base, links[who]);
  const as = (who, useBinaryFormat = true) => createClient(service, createConnectTransport({
    baseUrl: base, httpVersion: "1.1", useBinaryFormat,
    interceptors: [(next) => (request) => {
      request.header.set("authorization", `Bearer ${tokens[who]}`);
      return next(request);
    }],
  }));
  return { server, base, tokens, as };
}

/** A day that is `ahead` days from now in Chicago, as "2026-11-24". */
export function dayAhead(ahead) {
  return new Date(Date.now() - 6 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
}

export async function weeklySeries(client, more = {}) {
  const { topic } = await client.createTopic({ topic: { title: "Newborn nights", language: "en" } });
  const { members } = await client.listTeam({});
  const series = {
    topic: topic.id, title: "Newborn nights, quiet; and \\ slow", language: "en", zone: "America/Chicago",
    description: "Bring tea.\nEverybody is welcome: " + "ñ".repeat(90),
    start: `${dayAhead(2)}T20:00`, minutes: 60, rrule: "FREQ=WEEKLY;COUNT=8", places: 1,
    facilitator: members.find(({ name }) => name === "Kim").id, second: members.find(({ name }) => name === "Noor").id,
    ...more,
  };
  return { topic, members, made: await client.createSeries({ series, idempotencyKey: crypto.randomUUID() }), series };
}
