// What staff alone need, gathered for one lazy load.
export { CreateRoom } from "./create_room";
export { RoomCare } from "./room_care";
export { RoomSheet } from "./room_sheet";
export { PersonActions } from "./person_actions";
export { ShortcutsSheet } from "./shortcuts_sheet";
export { ConsoleScreen } from "./console/console_screen";
