// The help numbers, read from config/helplines at build so that they work without a network. Two modules: what
// everyone may see, and what is for staff, so that a staff number is never in the page a mother loads.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../config/helplines/us-il.json", import.meta.url));
const audiences = new Map([
  ["virtual:helplines/everyone", "everyone"],
  ["virtual:helplines/staff", "staff"],
]);

export function shown(audience) {
  const { lines } = JSON.parse(readFileSync(source, "utf8"));
  return lines
    .filter((line) => line.state === "ok" && line.audience === audience)
    .map(({ id, name, about, call, display, letters, sms, hours, crisis }) => ({
      id, name, about, call, display, letters, sms, hours, crisis,
    }));
}

export function helplines() {
  return {
    name: "helplines",
    resolveId: (id) => (audiences.has(id) ? `\0${id}` : null),
    load(id) {
      const audience = audiences.get(id.slice(1));
      if (!id.startsWith("\0") || audience === undefined) return null;
      this.addWatchFile(source);
      return `export const lines = ${JSON.stringify(shown(audience))};`;
    },
  };
}
