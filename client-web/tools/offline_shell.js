// Writes the service worker: worker.js with the list of this build's files and a version made from them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const template = fileURLToPath(new URL("./worker.js", import.meta.url));

export function offlineShell() {
  return {
    name: "offline-shell",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        // What is loaded only when wanted (staff's tools, the calendar, what those share) is not kept on a phone, and
        // neither is the schedule for other people's pages.
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const wanted = new Set();
        const want = (file) => {
          if (file === undefined || wanted.has(file)) return;
          wanted.add(file);
          for (const name of file.imports) want(bundle[name]);
        };
        chunks.filter((file) => file.isEntry && file.facadeModuleId?.endsWith("/index.html")).forEach(want);
        const lazy = new Set(
          chunks
            .filter((file) => !wanted.has(file))
            .flatMap((file) => [file.fileName, ...(file.viteMetadata?.importedCss ?? [])]),
        );
        const assets = Object.values(bundle)
          .filter((file) => file.fileName.startsWith("assets/") && !lazy.has(file.fileName))
          .map((file) => `/${file.fileName}`)
          .sort();
        const version = createHash("sha256").update(assets.join("\n")).digest("hex").slice(0, 12);
        const source = readFileSync(template, "utf8")
          .replace("__SHELL__", JSON.stringify(["/", "/blank.html", ...assets]))
          .replace("__VERSION__", JSON.stringify(version));
        this.emitFile({ type: "asset", fileName: "worker.js", source });
      },
    },
  };
}
