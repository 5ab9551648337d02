// Making a room: a name, a language, and the link to share.
import { useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";
import { rooms } from "../../session/api";
import { CopyLink } from "./copy_link";
import { keepInvitation } from "./invitation_link";

interface Parts {
  onCreated: () => void;
  onFailed: (error: unknown) => void;
}

export function CreateRoom({ onCreated, onFailed }: Parts) {
  const { language: spoken, t } = useSpeech();
  const [title, setTitle] = useState("");
  const [language, setLanguage] = useState<string>(spoken);
  const [profile, setProfile] = useState("general");
  const [made, setMade] = useState("");

  const create = (event: Event) => {
    event.preventDefault();
    rooms.create({ title: title.trim(), language, profile }).then(({ room, invitation }) => {
      if (room !== undefined) {
        keepInvitation(room.id, invitation);
        setMade(room.id);
        setTitle("");
      }
      onCreated();
    }, onFailed);
  };

  return (
    <form class="card stack" onSubmit={create}>
      <h2>{t.rooms.create}</h2>
      <label class="field">
        <span>{t.rooms.createTitle}</span>
        <input
          value={title}
          required
          minLength={2}
          maxLength={60}
          autocomplete="off"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t.rooms.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
          <option value="en">{t.rooms.english}</option>
          <option value="es">{t.rooms.spanish}</option>
        </select>
      </label>
      <label class="field">
        <span>{t.rooms.profile}</span>
        <select value={profile} onChange={(event) => setProfile(event.currentTarget.value)}>
          {Object.entries(t.rooms.profiles).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button">
        {t.rooms.createSubmit}
      </button>
      {made !== "" && <CopyLink room={made} />}
    </form>
  );
}
