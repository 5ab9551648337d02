// What somebody of the team does, with a line that says what that is.
import { useAccountsWords } from "../../i18n/accounts_words";
import { Role } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { Field } from "./field";

const roles = [Role.FACILITATOR, Role.MODERATOR, Role.ON_CALL, Role.ADMIN];

interface Parts {
  role: Role;
  error?: string | undefined;
  onPick: (role: Role) => void;
}

export function RolePicker({ role, error, onPick }: Parts) {
  const w = useAccountsWords();
  return (
    <>
      <Field label={w.role} error={error}>
        {(told) => (
          <select {...told} value={role} onChange={(event) => onPick(Number(event.currentTarget.value))}>
            {role === Role.UNSPECIFIED && <option value={Role.UNSPECIFIED}>{w.choose}</option>}
            {roles.map((one) => (
              <option key={one} value={one}>
                {w.roles[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p class="soft hint">{w.roleHints[role] ?? ""}</p>
    </>
  );
}
