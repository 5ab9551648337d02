// Starts the page.
import { render } from "preact";
import { App } from "./ui/app";
import "./ui/styles/base.css";
import "./ui/styles/controls.css";
import "./ui/styles/sheet.css";
import "./ui/styles/room.css";
import "./ui/styles/member.css";

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
