// The team, for admins: who has an account and what each may do, somebody new, and what is done about one of them. A
// password is shown once, where it was made.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAccountsWords } from "../../i18n/accounts_words";
import type { Account } from "../../protocol/generated/nightlight/api/v1/staff_pb";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/planner.css";
import { AccountSheet } from "./account_sheet";
import { Field } from "./field";
import { RolePicker } from "./role_picker";
import { useAccounts, type NewPassword } from "./use_accounts";

interface Parts {
  me: string; // her account's id
  onBack: () => void;
  onSignedOut: () => void;
}

export function AccountsScreen({ me, onBack, onSignedOut }: Parts) {
  const w = useAccountsWords();
  const team = useAccounts(onSignedOut);
  const { accounts, failure, errors, said, made, busy, act, clear } = team;
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState("");
  const opened = accounts?.find(({ id }) => id === open);
  const show = (id: string) => {
    clear();
    setOpen(id);
  };
  return (
    <Screen title={w.title} subtitle={w.audit} staff tools={<BackButton words={w.back} onBack={onBack} />}>
      <div class="planner">
        {made !== null && <PasswordCard made={made} />}
        <p class="gentle" role="alert">
          {open === "" ? failure : ""}
        </p>
        <p class="soft" role="status">
          {accounts === null ? (failure === "" ? w.loading : "") : open === "" ? said : ""}
        </p>
        {adding ? (
          <AddForm
            errors={errors}
            busy={busy}
            onAdd={(name, role) => act({ is: "add", name, role }, () => setAdding(false))}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <button
            type="button"
            class="button primary"
            onClick={() => {
              clear();
              setAdding(true);
            }}
          >
            {w.add}
          </button>
        )}
        <ul class="plain stack">
          {(accounts ?? []).map((account) => (
            <Line key={account.id} account={account} me={me} onOpen={() => show(account.id)} />
          ))}
        </ul>
      </div>
      {opened !== undefined && (
        <AccountSheet
          account={opened}
          failure={failure}
          busy={busy}
          onDo={(deed) => act(deed, () => setOpen(""))}
          onClose={() => show("")}
        />
      )}
    </Screen>
  );
}

function Line({ account, me, onOpen }: { account: Account; me: string; onOpen: () => void }) {
  const w = useAccountsWords();
  const { name, role, disabled, reachable, onCall } = account;
  const about = [w.roles[role], onCall ? w.onCall : "", reachable ? w.reachable : w.unreachable];
  return (
    <li class="card">
      <h2 dir="auto">
        {name}
        {account.id === me && <span class="soft"> ({w.you})</span>}
      </h2>
      <p class="soft">{about.filter((one) => one !== "").join(" · ")}</p>
      {disabled && <p class="gentle">{w.disabled}</p>}
      <button type="button" class="button" aria-label={w.changeOne(name)} onClick={onOpen}>
        {w.change}
      </button>
    </li>
  );
}

function PasswordCard({ made }: { made: NewPassword }) {
  const w = useAccountsWords();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), [made]);
  const copy = () => void navigator.clipboard.writeText(made.password).then(() => setCopied(true), () => field.current?.select());
  return (
    <section class="card stack">
      <p>{w.once(made.name)}</p>
      <label class="field">
        <span>{w.password}</span>
        <input
          ref={field}
          class="secret"
          readOnly
          value={made.password}
          spellcheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" class="button" onClick={copy}>
        {copied ? w.copied : w.copy}
      </button>
    </section>
  );
}

interface AddParts {
  errors: Readonly<Record<string, string>>;
  busy: boolean;
  onAdd: (name: string, role: number) => void;
  onCancel: () => void;
}

function AddForm({ errors, busy, onAdd, onCancel }: AddParts) {
  const w = useAccountsWords();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  const [role, setRole] = useState(0);
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const gaps = { name: tried && name.trim() === "" ? w.missing : "", role: tried && role === 0 ? w.choose : "" };
  return (
    <form
      ref={form}
      class="new-topic"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== "" && role !== 0) onAdd(name.trim(), role);
      }}
    >
      <Field label={w.name} error={gaps.name === "" ? errors.name : gaps.name}>
        {(told) => (
          <input
            {...told}
            value={name}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <RolePicker role={role} error={gaps.role === "" ? errors.role : gaps.role} onPick={setRole} />
      <button type="submit" class="button primary" aria-disabled={busy}>
        {w.addNow}
      </button>
      <button type="button" class="button quiet" onClick={onCancel}>
        {w.cancel}
      </button>
    </form>
  );
}
