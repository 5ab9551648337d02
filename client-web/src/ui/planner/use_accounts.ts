// The accounts of the team, and what an admin does about one of them. After each answer they are read anew.
import { useEffect, useState } from "preact/hooks";
import { allOf } from "../../calendar/pages";
import { refusedBy } from "../../calendar/refused";
import { useAccountsWords } from "../../i18n/accounts_words";
import { useSpeech } from "../../i18n/words";
import type { Account } from "../../protocol/generated/nightlight/api/v1/staff_pb";
import type { Role } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { isSignedOut, wordsOf } from "../../session/api";
import { staff } from "../../session/staff_api";

export type AccountDeed =
  | { is: "add"; name: string; role: Role }
  | { is: "role"; account: Account; role: Role }
  | { is: "disable"; account: Account; disabled: boolean }
  | { is: "password"; account: Account }
  | { is: "sessions"; account: Account };

export interface NewPassword {
  readonly name: string;
  readonly password: string;
}

async function send(deed: AccountDeed): Promise<NewPassword | null> {
  switch (deed.is) {
    case "add": {
      const { password } = await staff.add({ name: deed.name, role: deed.role });
      return { name: deed.name, password };
    }
    case "role":
      await staff.update({ id: deed.account.id, role: deed.role });
      return null;
    case "disable":
      await staff.update({ id: deed.account.id, disabled: deed.disabled });
      return null;
    case "password": {
      const { password } = await staff.resetPassword({ id: deed.account.id });
      return { name: deed.account.name, password };
    }
    case "sessions":
      await staff.endSessions({ id: deed.account.id });
      return null;
  }
}

export function useAccounts(onSignedOut: () => void) {
  const w = useAccountsWords();
  const { t } = useSpeech();
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null);
  const [failure, setFailure] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState("");
  const [made, setMade] = useState<NewPassword | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const fail = (error: unknown) => {
    if (isSignedOut(error)) return onSignedOut();
    const { words, fields } = refusedBy(error, wordsOf(error, t.unreachable));
    setErrors(fields);
    setFailure(Object.keys(fields).length === 0 ? words : "");
  };
  useEffect(() => {
    const page = (pageToken: string) =>
      staff.list({ pageToken }).then((found) => ({ rows: found.accounts, nextPageToken: found.nextPageToken }));
    allOf(page).then(setAccounts, fail);
  }, [tries]);
  const clear = () => {
    setFailure("");
    setErrors({});
    setSaid("");
    setMade(null);
  };
  const act = (deed: AccountDeed, onDone: () => void) => {
    if (busy) return;
    clear();
    setBusy(true);
    send(deed)
      .then((password) => {
        setMade(password);
        setSaid(deed.is === "sessions" ? w.signedOut(deed.account.name) : w.done);
        onDone();
      }, fail)
      .finally(() => {
        setBusy(false);
        setTries((now) => now + 1);
      });
  };
  return { accounts, failure, errors, said, made, busy, act, clear };
}
