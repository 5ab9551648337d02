// What an admin does about one account. What signs somebody out or shuts the door is asked twice.
import { useState } from "preact/hooks";
import { useAccountsWords } from "../../i18n/accounts_words";
import type { Account } from "../../protocol/generated/nightlight/api/v1/staff_pb";
import { Sheet } from "../sheet";
import { RolePicker } from "./role_picker";
import type { AccountDeed } from "./use_accounts";

interface Parts {
  account: Account;
  failure: string;
  busy: boolean;
  onDo: (deed: AccountDeed) => void;
  onClose: () => void;
}

export function AccountSheet({ account, failure, busy, onDo, onClose }: Parts) {
  const w = useAccountsWords();
  const [role, setRole] = useState(account.role);
  return (
    <Sheet title={account.name} onClose={onClose}>
      <p class="gentle" role="alert">
        {failure}
      </p>
      <RolePicker role={role} onPick={setRole} />
      {role !== account.role && (
        <button type="button" class="button primary" disabled={busy} onClick={() => onDo({ is: "role", account, role })}>
          {w.saveRole}
        </button>
      )}
      <Twice
        words={w.newPassword}
        hint={w.newPasswordHint}
        sure={w.newPasswordSure}
        busy={busy}
        onSure={() => onDo({ is: "password", account })}
      />
      <button type="button" class="button" disabled={busy} onClick={() => onDo({ is: "sessions", account })}>
        {w.endSessions}
      </button>
      <p class="soft hint">{w.endSessionsHint}</p>
      {account.disabled ? (
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => onDo({ is: "disable", account, disabled: false })}
        >
          {w.enable}
        </button>
      ) : (
        <Twice
          words={w.disable}
          hint={w.disableHint}
          sure={w.disableSure(account.name)}
          busy={busy}
          onSure={() => onDo({ is: "disable", account, disabled: true })}
        />
      )}
    </Sheet>
  );
}

interface TwiceParts {
  words: string;
  hint: string;
  sure: string;
  busy: boolean;
  onSure: () => void;
}

function Twice({ words, hint, sure, busy, onSure }: TwiceParts) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => (asked ? onSure() : setAsked(true))}>
        {asked ? sure : words}
      </button>
      <p class="soft hint">{hint}</p>
    </>
  );
}
