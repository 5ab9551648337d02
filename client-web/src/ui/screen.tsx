// The frame of every screen: a title and the language above, the content, and below, by the thumb, help and the way out.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useSpeech } from "../i18n/words";
import { ExitButton } from "./exit_button";
import { HelpSheet } from "./help_sheet";
import { HelpIcon } from "./icons";

export function LanguageButton() {
  const { language, t, change } = useSpeech();
  const other = language === "en" ? "es" : "en";
  return (
    <button type="button" class="language" lang={other} onClick={() => change(other)}>
      {t.otherLanguage}
    </button>
  );
}

interface Parts {
  title: string;
  subtitle?: string;
  children: ComponentChildren;
  // More buttons for the bar below.
  tools?: ComponentChildren;
  staff?: boolean;
  fixed?: boolean; // the content scrolls inside itself: a room
}

export function Screen({ title, subtitle = "", children, tools, staff = false, fixed = false }: Parts) {
  const { t } = useSpeech();
  const [helping, setHelping] = useState(false);
  return (
    <div class={fixed ? "screen fixed" : "screen"}>
      <header class="top">
        <div class="top-words">
          <h1>{title}</h1>
          {subtitle !== "" && <p class="subtitle">{subtitle}</p>}
        </div>
        <LanguageButton />
      </header>
      <main>{children}</main>
      <div class="bar bottom">
        <button type="button" class="bar-button" aria-haspopup="dialog" onClick={() => setHelping(true)}>
          <HelpIcon />
          {t.help}
        </button>
        {tools}
        <ExitButton />
      </div>
      {helping && <HelpSheet staff={staff} onClose={() => setHelping(false)} />}
    </div>
  );
}
