// Invitations are answered once, when the room is made. This tab remembers them so that the link can be copied again.
const key = (room: string) => `invitation:${room}`;

export function keepInvitation(room: string, secret: string): void {
  sessionStorage.setItem(key(room), secret);
}

export function invitationLink(room: string): string {
  const secret = sessionStorage.getItem(key(room));
  return secret === null ? "" : `${location.origin}/#/enter/${secret}`;
}
