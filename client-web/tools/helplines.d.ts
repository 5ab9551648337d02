import type { Plugin } from "vite";
import type { Helpline } from "../src/help/helpline";

export function shown(audience: "everyone" | "staff"): Helpline[];
export function helplines(): Plugin;
